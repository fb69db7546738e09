import type { MenuTarget, ViewStore } from '../../state/view-store.ts';

/**
 * Opens the menu of a node, a wire or the canvas at a point of the screen, in client pixels. What it is
 * about is selected, unless it belongs to what is selected already.
 */
export function openMenu(views: ViewStore, target: MenuTarget, x: number, y: number): void {
  const { selection, select, set } = views.getState();
  if (target.type === 'node' && !selection.nodes.includes(target.id)) select([target.id]);
  if (target.type === 'wire' && !selection.wires.includes(target.id)) select([], [target.id]);
  set({ menu: { target, x, y } });
}
