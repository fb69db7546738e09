import { focusSoon } from '../kit/focus-soon.ts';

/**
 * Moves the focus to a node, a card or a comment as soon as it is there: in the list of nodes, or on the canvas,
 * where an open block has the title of its frame. With `isFree` only once nothing else has the focus; what has it
 * already is left, and not looked after any more.
 */
export function focusNode(id: string, isFree: () => boolean = () => true): void {
  const name = CSS.escape(id);
  const find = (look: string): HTMLElement | null => document.querySelector<HTMLElement>(look);
  focusSoon(() => {
    const element =
      find(`[data-outline-node="${name}"]`) ??
      find(`.react-flow__node[data-id="${name}"]`) ??
      find(`[data-frame="${name}"]`);
    return element === document.activeElement || isFree() ? element : undefined;
  });
}
