import type { Stores } from '../stores.ts';
import type { Finding } from './advice.ts';

/** Makes the change that a finding offers: one step of the history, and a fresh start where it needs one. */
export function followAdvice(
  { documents, runs, advice }: Pick<Stores, 'documents' | 'runs' | 'advice'>,
  { id, change }: Pick<Finding, 'id' | 'change'>,
): void {
  if (!change) return;
  documents.getState().dispatch(change.commands);
  advice.getState().follow(id);
  if (change.startsOver) runs.getState().reset();
}
