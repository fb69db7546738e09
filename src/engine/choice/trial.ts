import type { Ir } from '../../compiler/ir.ts';
import type { OptimizerSettings } from '../../document/training-schema.ts';
import { firstRows } from '../batches.ts';
import type { Batch, Executor, WeightMap } from '../executor.ts';
import type { Candidate, Trial } from './candidate.ts';

/** What candidates are tried on: the real network, from its real start, with a real batch. */
export interface Task {
  readonly ir: Ir;
  readonly weights: WeightMap;
  readonly batch: Batch;
  readonly optimizer: OptimizerSettings;
}

/** How long a candidate is timed, after a first update that sets it up, in ms. */
const BUDGET = 60;
/** Rows of the update that is held against the reference. */
const CHECKED_ROWS = 2;
/** Single precision on any hardware stays well within this; a broken driver does not. */
export const TOLERANCE = 1e-2;
/** Too small to lead anywhere: a trial must not diverge. */
const TINY_RATE = 1e-6;

/** A candidate with the network on it, from its real start. */
export async function prepare(
  candidate: Candidate,
  { ir, weights, optimizer, batch }: Task,
): Promise<Executor> {
  const executor = await candidate.create(ir, batch.rows);
  try {
    executor.writeWeights(weights);
    executor.configure({ ...optimizer, learningRate: TINY_RATE });
    return executor;
  } catch (error) {
    executor.dispose();
    throw error;
  }
}

/** Outputs and weights after one update of the first rows, to hold executors against each other. */
export async function sampleOf(candidate: Candidate, task: Task): Promise<Float32Array> {
  const few = firstRows(task.batch, CHECKED_ROWS);
  const executor = await prepare(candidate, { ...task, batch: few });
  try {
    executor.configure({ type: 'sgd', learningRate: 0.1, momentum: 0 });
    const loss = await executor.step(few);
    const weights = Object.values(await executor.readWeights()).flat();
    const output = await executor.forward(few.x, few.rows);
    return join([Float32Array.of(loss), output, ...weights]);
  } finally {
    executor.dispose();
  }
}

/**
 * How long one update takes, in ms. The first one sets things up and does not count; of the rest, the
 * fastest stretch does, since code is still getting faster and the machine has other things to do.
 */
async function timeOf(executor: Executor, batch: Batch): Promise<number> {
  await executor.step(batch);
  const until = performance.now() + BUDGET;
  let block = 1;
  let best = Number.POSITIVE_INFINITY;
  let now = performance.now();
  do {
    const begun = now;
    for (let i = 0; i < block; i++) {
      const loss = executor.step(batch);
      if (typeof loss !== 'number') await loss;
    }
    now = performance.now();
    best = Math.min(best, (now - begun) / block);
    if (now - begun < BUDGET / 16) block *= 2;
  } while (now < until);
  return best;
}

/** How a candidate is held against the reference. */
interface Check {
  /** How far it is off, as a share of the largest number. */
  readonly off: () => Promise<number>;
  /** The best time so far, in ms. */
  readonly toBeat: number;
}

/** Tries a candidate: is it there, are its numbers right, how fast is it. */
export async function tryCandidate(
  candidate: Candidate,
  task: Task,
  { off, toBeat }: Check,
): Promise<Trial> {
  const { name } = candidate;
  const obstacle = candidate.obstacle(task.ir, task.batch.rows);
  if (obstacle) return { name, outcome: obstacle };
  if (candidate.least > toBeat) return { name, outcome: 'hopeless' };
  const absence = await candidate.absence();
  if (absence) return { name, outcome: absence };
  try {
    const share = await off();
    if (!(share <= TOLERANCE)) return { name, outcome: 'wrong', off: share };
    if (candidate.least > 0 && Number.isFinite(toBeat)) {
      // A whole batch takes at least as long as two rows.
      const few = await timed(candidate, { ...task, batch: firstRows(task.batch, CHECKED_ROWS) });
      if (few > toBeat) return { name, outcome: 'hopeless' };
    }
    const time = await timed(candidate, task);
    return { name, outcome: 'timed', stepsPerSecond: 1000 / time };
  } catch (error) {
    return { name, outcome: 'died', detail: error instanceof Error ? error.message : `${error}` };
  }
}

async function timed(candidate: Candidate, task: Task): Promise<number> {
  const executor = await prepare(candidate, task);
  try {
    return await timeOf(executor, task.batch);
  } finally {
    executor.dispose();
  }
}

function join(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Largest difference of two samples, as a share of the largest number. NaN where both have NaN is agreement. */
export function distance(wanted: Float32Array, got: Float32Array): number {
  let most = 0;
  let size = Number.MIN_VALUE;
  for (let i = 0; i < wanted.length; i++) {
    const [a = 0, b = 0] = [wanted[i], got[i]];
    if (Number.isNaN(a) && Number.isNaN(b)) continue;
    const off = Math.abs(a - b);
    if (Number.isNaN(off)) return Number.POSITIVE_INFINITY;
    most = Math.max(most, off);
    size = Math.max(size, Math.abs(a));
  }
  return most / size;
}
