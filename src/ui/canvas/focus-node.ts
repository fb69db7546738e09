import { focusSoon } from '../kit/focus-soon.ts';

/** Moves the focus to a node on the canvas, as soon as it is there. */
export const focusNode = (id: string): void =>
  focusSoon(() => document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`));
