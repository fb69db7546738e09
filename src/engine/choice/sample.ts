import { firstRows } from '../data/batches.ts';
import type { WeightMap } from '../executor.ts';
import type { Candidate } from './candidate.ts';
import { prepare, type Task } from './task.ts';

/** Rows of the update that is held against the reference. */
const CHECKED_ROWS = 2;
/** Single precision on any hardware stays well within this; a broken driver does not. */
const TOLERANCE = 1e-2;
/** Changes below this share of the largest weight are rounding. */
const ROUNDING = 1e-5;

/** What an executor makes of one update: each part is compared by itself. */
export interface Sample {
  readonly output: Float32Array;
  /** What the update added to each weight. */
  readonly changes: Float32Array;
  readonly largestWeight: number;
}

/** Outputs after one update of the first rows, and what the update did to the weights. */
export async function sampleOf(candidate: Candidate, task: Task): Promise<Sample> {
  const few = firstRows(task.batch, CHECKED_ROWS);
  const executor = await prepare(candidate, { ...task, batch: few });
  try {
    executor.configure({ type: 'sgd', learningRate: 0.1, momentum: 0 });
    await executor.step(few);
    const after = inARow(await executor.readWeights());
    const before = inARow(task.weights);
    const output = await executor.forward(few.x, few.rows);
    return {
      output,
      changes: after.map((weight, i) => weight - (before[i] ?? 0)),
      largestWeight: largest(before),
    };
  } finally {
    executor.dispose();
  }
}

/** How far a sample is off: the larger of its parts' differences, each as a share of the part. */
export function distance(wanted: Sample, got: Sample): number {
  const rounding = ROUNDING * wanted.largestWeight;
  return Math.max(
    partDistance(wanted.output, got.output, Number.MIN_VALUE),
    partDistance(wanted.changes, got.changes, rounding),
  );
}

/** Whether a distance is no more than single precision explains. */
export const isClose = (off: number): boolean => off <= TOLERANCE;

/** Largest difference, as a share of the largest number. NaN where both have NaN is agreement. */
function partDistance(wanted: Float32Array, got: Float32Array, least: number): number {
  let most = 0;
  for (let i = 0; i < wanted.length; i++) {
    const [a = 0, b = 0] = [wanted[i], got[i]];
    if (Number.isNaN(a) && Number.isNaN(b)) continue;
    const off = Math.abs(a - b);
    if (Number.isNaN(off)) return Number.POSITIVE_INFINITY;
    most = Math.max(most, off);
  }
  return most <= least ? 0 : most / Math.max(least, largest(wanted));
}

const largest = (values: Float32Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), Number.MIN_VALUE);

/** All weights one after another, in an order that does not depend on who read them. */
function inARow(weights: WeightMap): Float32Array {
  const tensors = Object.keys(weights)
    .sort()
    .flatMap((id) => weights[id] ?? []);
  const all = new Float32Array(tensors.reduce((length, values) => length + values.length, 0));
  let at = 0;
  for (const values of tensors) {
    all.set(values, at);
    at += values.length;
  }
  return all;
}
