import type { Figures } from './evaluator.ts';
import { createHistory, type Series } from './history.ts';
import { isRegular } from './regular-steps.ts';

/** How loss and accuracy went over the updates. */
export interface Curves {
  readonly train: Series;
  readonly test: Series;
  /** Share of rows classed right; empty for regression. */
  readonly trainAccuracy: Series;
  readonly testAccuracy: Series;
}

/** Whether a set is measured at regular steps. */
type Tracks = (set: keyof Figures) => boolean;

/** Records the curves of a run within a fixed memory. */
export function createCurves() {
  const fresh = () => ({
    train: createHistory(),
    test: createHistory(),
    trainAccuracy: createHistory(),
    testAccuracy: createHistory(),
  });
  let curves = fresh();
  const record = (set: keyof Figures, { [set]: metrics }: Figures, tracks: Tracks): void => {
    if (!metrics) return;
    const { step, loss, accuracy } = metrics;
    if (curves[set].newestStep() > step) return;
    const how = tracks(set) && !isRegular(step) ? 'end' : 'push';
    curves[set][how](step, loss);
    if (accuracy !== undefined) curves[`${set}Accuracy`][how](step, accuracy);
  };
  return {
    /** The loss of a full batch before an update. */
    pushLoss: (step: number, loss: number): void => curves.train.push(step, loss),
    /**
     * What was measured, unless it was recorded already. Of a set that is measured at regular steps, what
     * was measured in between is only the end of the curve for now.
     */
    record: (figures: Figures, tracks: Tracks): void => {
      record('train', figures, tracks);
      record('test', figures, tracks);
    },
    /** Takes back what lies beyond a step. */
    rewind: (step: number): void => {
      for (const curve of Object.values(curves)) curve.rewind(step);
    },
    clear: (): void => {
      curves = fresh();
    },
    snapshot: (): Curves => ({
      train: curves.train.snapshot(),
      test: curves.test.snapshot(),
      trainAccuracy: curves.trainAccuracy.snapshot(),
      testAccuracy: curves.testAccuracy.snapshot(),
    }),
  };
}

/** The run's curves as they grow. */
export type CurveRecorder = ReturnType<typeof createCurves>;
