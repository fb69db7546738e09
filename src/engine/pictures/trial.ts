import type { Ir } from '../../compiler/ir.ts';
import { evenBatch } from '../data/batches.ts';
import type { TrainingData } from '../data/data.ts';
import type { Batch, Executor, WeightMap } from '../executor.ts';
import { lossOf } from '../figures/metrics.ts';
import { createFusedExecutor, fitsArena } from '../fused/executor.ts';

/** Rows that the loss is worked out on. */
const MOST_ROWS = 256;
/** While training runs, trying weights takes at most this share of the time. */
const MAX_SHARE = 0.1;

/** A copy of a network, on which weights are tried beside the ones that are trained. */
export interface Trial {
  readonly executor: Executor;
  readonly batch: Batch;
  /** When weights were tried last, and for how long, in ms. */
  at: number;
  took: number;
}

/** Whether a copy has room for the rows that the loss is worked out on. */
export const isSmallEnough = (ir: Ir): boolean => fitsArena(ir, MOST_ROWS);

/** A copy of a network that can be fused, with rows from all over its training set. */
export function createTrial(ir: Ir, data: TrainingData): Trial {
  const rows = Math.min(MOST_ROWS, data.train.rows);
  return {
    executor: createFusedExecutor(ir, rows),
    batch: evenBatch(data.train, rows),
    at: Number.NEGATIVE_INFINITY,
    took: 0,
  };
}

/** The loss with other weights; NaN is what it may be. */
export function lossWith(ir: Ir, { executor, batch }: Trial, weights: WeightMap): number {
  executor.writeWeights(weights);
  const raw = executor.forward(batch.x, batch.rows);
  return raw instanceof Promise ? Number.NaN : lossOf(ir, raw, batch.y);
}

/** Whether it is too early to try weights again, beside training that runs. */
export const isEarly = ({ at, took }: Trial): boolean =>
  (performance.now() - at) * MAX_SHARE < took;

/** Notes that weights were tried from `begun` on. */
export function noteTime(trial: Trial, begun: number): void {
  trial.at = performance.now();
  trial.took = trial.at - begun;
}

/** Another number for other weights, as good as always. */
export function fingerprint(weights: WeightMap): number {
  let sum = 0;
  let place = 1;
  for (const tensor of Object.values(weights).flat()) {
    for (const value of tensor) sum += value * Math.sin(place++);
  }
  return sum;
}
