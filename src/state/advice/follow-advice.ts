import type { Stores } from '../stores.ts';
import type { Change } from './advice.ts';

/** Makes a change that was offered: one step of the history, and a fresh start where it needs one. */
export function followAdvice(
  { documents, runs }: Pick<Stores, 'documents' | 'runs'>,
  { commands, startsOver }: Change,
): void {
  documents.getState().dispatch(commands);
  if (startsOver) runs.getState().reset();
}
