import { createHistory, type Series } from './history.ts';
import type { Metrics } from './metrics.ts';

/** How loss and accuracy went over the updates. */
export interface Curves {
  readonly train: Series;
  readonly test: Series;
  /** Share of rows classed right; empty for regression. */
  readonly trainAccuracy: Series;
  readonly testAccuracy: Series;
}

/** Records the curves of a run within a fixed memory. */
export function createCurves() {
  const fresh = () => ({
    train: createHistory(),
    test: createHistory(),
    trainAccuracy: createHistory(),
    testAccuracy: createHistory(),
  });
  let curves = fresh();
  const record = (set: 'train' | 'test', metrics: Metrics | undefined): void => {
    if (!metrics) return;
    const { step, loss, accuracy } = metrics;
    if (curves[set].newestStep() > step) return;
    curves[set].push(step, loss);
    if (accuracy !== undefined) curves[`${set}Accuracy`].push(step, accuracy);
  };
  return {
    /** The loss of a full batch before an update. */
    pushLoss: (step: number, loss: number): void => curves.train.push(step, loss),
    /** What was measured, unless it was recorded already. */
    record: (train: Metrics | undefined, test: Metrics | undefined): void => {
      record('train', train);
      record('test', test);
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
