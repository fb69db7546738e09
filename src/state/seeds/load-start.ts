import { applyCommands } from '../../document/commands.ts';
import { initialWeights } from '../../engine/initial-weights.ts';
import type { Stores } from '../stores.ts';
import { commandsTo, documentOf, type Study, trainsAlike, type Variant } from './study.ts';

/** Whether a lock keeps a variant's starts from being put on screen. */
export function isOutOfReach(
  { documents }: Pick<Stores, 'documents'>,
  study: Study,
  variant: Variant,
): boolean {
  const { document, locked, lockedBy } = documents.getState();
  if (lockedBy === 'elsewhere') return true;
  return locked && !isStartOf(document, study, variant);
}

/** Whether the network on screen is the study's own, but for how its weights start. */
const isStartOf = (document: Study['base'], study: Study, variant: Variant): boolean =>
  study.setting === undefined && variant.ir !== undefined && trainsAlike(document, study.base);

/**
 * Puts a start of a study on screen, as one step of the history, at its first update. A network that has
 * changed since then goes back to what it was.
 */
function loadStart(
  { documents, runs }: Pick<Stores, 'documents' | 'runs'>,
  study: Study,
  variant: Variant,
  seed: number,
): void {
  const { document, dispatch, goBackTo, locked } = documents.getState();
  const commands = commandsTo(variant, seed);
  const wanted = documentOf(study, variant, seed);
  if (locked) {
    // The lock lets the seed through; the weights are given to the run.
    dispatch(commands.filter(({ type }) => type === 'setTraining'));
    if (variant.ir && study.redrawn) {
      runs.getState().place({ weights: initialWeights(variant.ir, seed), step: 0, epoch: 0 });
      return;
    }
  } else if (trainsAlike(applyCommands(document, commands), wanted)) dispatch(commands);
  else goBackTo(wanted);
  runs.getState().reset();
}

/** Puts a variant of a sweep on screen with the present seed, as one step of the history. */
export function applyVariant(
  { documents }: Pick<Stores, 'documents'>,
  study: Study,
  variant: Variant,
): void {
  const { document, dispatch, goBackTo } = documents.getState();
  const wanted = applyCommands(study.base, variant.commands);
  if (trainsAlike(applyCommands(document, variant.commands), wanted)) dispatch(variant.commands);
  else goBackTo(wanted);
}

/** Puts a start on screen and trains it as far as the study did. */
export function watchStart(
  stores: Pick<Stores, 'documents' | 'runs'>,
  study: Study,
  variant: Variant,
  seed: number,
): void {
  loadStart(stores, study, variant, seed);
  stores.runs.getState().advance({ steps: study.updates });
}
