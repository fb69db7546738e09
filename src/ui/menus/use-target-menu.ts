import type { MouseEvent as ReactMouseEvent } from 'react';
import { useStores } from '../../state/stores.ts';
import type { MenuTarget } from '../../state/view-store.ts';
import { isTyping } from '../actions/is-typing.ts';
import { openMenu, targetAt } from './open-menu.ts';

type Press = ReactMouseEvent | MouseEvent;

/** Opens the menu of a node, a wire or the canvas where the second button of the mouse is pressed. */
export function useTargetMenu() {
  const stores = useStores();
  const open = (event: Press, target: MenuTarget): void => {
    // A text that is typed has the browser's own menu, for words and the clipboard.
    if (isTyping(event.target)) return;
    event.preventDefault();
    openMenu(stores, target, event.clientX, event.clientY);
  };
  return {
    onNodeContextMenu: (event: Press, { id }: { id: string }) => open(event, targetAt(id)),
    onEdgeContextMenu: (event: Press, { id }: { id: string }) => open(event, { type: 'wire', id }),
    onSelectionContextMenu: (event: Press, [first]: readonly { id: string }[]) =>
      open(event, first ? targetAt(first.id) : { type: 'canvas' }),
    onPaneContextMenu: (event: Press) => open(event, { type: 'canvas' }),
  };
}
