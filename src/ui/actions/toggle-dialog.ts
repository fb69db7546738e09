import type { DialogName } from '../../state/dialog-names.ts';
import type { ActionContext } from './action.ts';

/** Opens a window over the page; the key that opened it closes it. */
export function toggleDialog({ stores }: ActionContext, name: DialogName): void {
  const { dialog, set } = stores.views.getState();
  set({ dialog: dialog === name ? undefined : name, asking: undefined });
}
