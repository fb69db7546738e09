import { focusSoon } from '../kit/focus-soon.ts';

/** Moves the focus to a node as soon as it is there: in the list of nodes, or on the canvas. */
export function focusNode(id: string): void {
  const name = CSS.escape(id);
  focusSoon(
    () =>
      document.querySelector<HTMLElement>(`[data-outline-node="${name}"]`) ??
      document.querySelector<HTMLElement>(`.react-flow__node[data-id="${name}"]`),
  );
}
