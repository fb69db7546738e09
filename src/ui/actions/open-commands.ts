import type { Stores } from '../../state/stores.ts';
import type { Asking, ViewState } from '../../state/view-store.ts';
import { typeSoon } from '../kit/type-soon.ts';

/**
 * Opens the list of all commands, or of the answers to one question. What is typed before it is on screen is
 * looked for in it, and carries out no action of its own.
 */
export function openCommands({ views }: Pick<Stores, 'views'>, asking?: Asking): void {
  views.getState().set({ dialog: 'commands', asking });
  typeSoon(() => document.querySelector<HTMLElement>('[cmdk-input]'));
}

/** Opens the list of kinds for a place, ready to be searched by what is typed meanwhile. */
export function openKinds(
  { views }: Pick<Stores, 'views'>,
  kindList: NonNullable<ViewState['kindList']>,
): void {
  views.getState().set({ kindList });
  typeSoon(() => document.querySelector<HTMLElement>('[data-kind-search]'));
}
