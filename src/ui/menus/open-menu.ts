import type { Stores } from '../../state/stores.ts';
import type { MenuTarget } from '../../state/view-store.ts';
import { noteOf } from '../comments/comment-id.ts';
import { isSelected, selectThing } from '../edit/select-thing.ts';

/** What a menu that opens at something on the canvas is about. */
export const targetAt = (id: string): MenuTarget => ({
  type: noteOf(id) === undefined ? 'node' : 'note',
  id,
});

/**
 * Opens the menu of a node, a block, a comment, a wire or the canvas at a point of the screen, in client
 * pixels. What it is about is selected, unless it belongs to what is selected already.
 */
export function openMenu(
  stores: Pick<Stores, 'views' | 'documents'>,
  target: MenuTarget,
  x: number,
  y: number,
): void {
  const { selection, select, set } = stores.views.getState();
  if (target.type === 'wire') {
    if (!selection.wires.includes(target.id)) select([], [target.id]);
  } else if (target.type !== 'canvas' && !isSelected(stores, target.id)) {
    selectThing(stores, target.id);
  }
  set({ menu: { target, x, y } });
}
