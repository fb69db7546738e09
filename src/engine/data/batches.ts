import { createRandom, type Random, type RandomState, randomAt } from '../../core/random.ts';
import { createInputWriter, inputWidth, readInputs } from '../../core/samples.ts';
import type { Training } from '../../document/training-schema.ts';
import type { Batch } from '../executor.ts';
import { drawOf, isBalanced } from './balance.ts';
import type { EncodedSet } from './data.ts';

/** One batch, and whether it ends an epoch. */
export interface Portion {
  readonly batch: Batch;
  readonly endsEpoch: boolean;
}

/** Hands out one batch after another, epoch after epoch. */
export interface BatchPlan {
  /** The next batch. Its arrays are filled anew by the call after. */
  next(): Portion;
  /** How far it has come, to go on from there another time. */
  mark(): PlanMark;
}

/** A place in a plan: how far the epoch is, and where the stream was before it drew its order. */
export interface PlanMark {
  readonly at: number;
  readonly random: RandomState;
  /** The epoch of that order, counted from the beginning of the plan. */
  readonly epoch: number;
}

/** Changes one input of a batch at random, in place. */
export type Augment = (values: Float32Array, at: number) => void;

/** Rows of a batch of a set. */
export function batchRows(set: EncodedSet, training: Training): number {
  const { batchSize } = training;
  const { rows } = drawOf(set.samples, training);
  return batchSize === 'full' ? rows : Math.min(batchSize, rows);
}

/** The first rows of a batch, as a batch of their own. */
export const firstRows = ({ rows: all, x, y }: Batch, most: number): Batch => {
  const rows = Math.min(most, all);
  return { rows, x: x.slice(0, (rows * x.length) / all), y: y.slice(0, (rows * y.length) / all) };
};

/**
 * Rows spread evenly over a set, as a batch: at most so many. A set may be sorted by its label, so that its first
 * rows say nothing of the others.
 */
export const evenBatch = (set: EncodedSet, most: number): Batch =>
  set.rows <= most
    ? firstBatch(set, most)
    : batchOf(set, Uint32Array.from(evenRows(set.rows, most)));

/**
 * Places of a number of rows, spread evenly over more of them: one out of each stretch, drawn, but the same every
 * time. The first of each stretch would be of one class where classes take turns.
 */
export function evenRows(rows: number, most: number): readonly number[] {
  const random = createRandom(0).fork('even rows');
  const begin = (i: number): number => Math.floor((i * rows) / most);
  return Array.from({ length: most }, (_, i) => begin(i) + random.integer(begin(i + 1) - begin(i)));
}

/** The first rows of a set, as a batch. */
export const firstBatch = ({ samples, rows: all, y }: EncodedSet, most: number): Batch => {
  const rows = Math.min(most, all);
  return { rows, x: readInputs(samples, 0, rows).slice(), y: y.slice(0, (rows * y.length) / all) };
};

/**
 * A plan over a set, in order or shuffled anew each epoch. The last batch of an epoch is short, or goes
 * on with the next epoch where the settings say so. With a mark it goes on from there.
 */
export function planBatches(
  set: EncodedSet,
  training: Training,
  seeded: Random,
  augment?: Augment,
  from?: PlanMark,
): BatchPlan {
  const random = from ? randomAt(from.random) : seeded;
  const size = batchRows(set, training);
  const draw = drawOf(set.samples, training);
  const { rows } = draw;
  const begun: PlanMark = { at: rows, random: random.state(), epoch: 0 };
  if (size === rows && draw.isSame && !augment) {
    const isEven = isBalanced(set.samples.spec, training);
    const whole = { batch: isEven ? batchOf(set, draw.of(0)) : set, endsEpoch: true };
    return { next: () => whole, mark: () => begun };
  }
  const full = portionsOf(set, size);
  const short = portionsOf(set, rows % size);
  const joined = new Uint32Array(size);
  const write = createInputWriter(set.samples);
  let order: Uint32Array = new Uint32Array();
  let at = rows;
  let beforeOrder = begun.random;
  let epochs = from?.epoch ?? 0;
  const drawOrder = (): void => {
    const drawn = draw.of(epochs);
    epochs += 1;
    beforeOrder = random.state();
    order = training.shuffle ? random.permutation(rows).map((place) => drawn[place] ?? 0) : drawn;
  };
  if (from && from.at < rows) {
    drawOrder();
    at = from.at;
  }
  return {
    mark: () =>
      at < rows
        ? { at, random: beforeOrder, epoch: epochs - 1 }
        : { at: rows, random: random.state(), epoch: epochs },
    next: () => {
      if (at >= rows) {
        drawOrder();
        at = 0;
      }
      const left = rows - at;
      const { within, last } = left < size && !training.wrap ? short : full;
      if (left < size && training.wrap) {
        joined.set(order.subarray(at));
        drawOrder();
        joined.set(order.subarray(0, size - left), left);
        gather(write, set, joined, within.batch);
        at -= rows;
      } else {
        gather(write, set, order.subarray(at), within.batch);
      }
      if (augment) {
        const width = within.batch.x.length / within.batch.rows;
        for (let row = 0; row < within.batch.rows; row++) augment(within.batch.x, row * width);
      }
      at += size;
      return left <= size ? last : within;
    },
  };
}

/** Some rows of a set as one batch. */
function batchOf(set: EncodedSet, rows: Uint32Array): Batch {
  const { batch } = portionsOf(set, rows.length).within;
  gather(createInputWriter(set.samples), set, rows, batch);
  const { x, y } = batch;
  return { rows: rows.length, x, y };
}

/** The same room twice: for a batch within an epoch, and for the one that ends it. */
function portionsOf(set: EncodedSet, rows: number): { within: Portion; last: Portion } {
  const batch: Batch = {
    rows,
    x: new Float32Array(inputWidth(set.samples) * rows),
    y: new Float32Array((set.y.length / set.rows) * rows),
    refilled: true,
  };
  return { within: { batch, endsEpoch: false }, last: { batch, endsEpoch: true } };
}

function gather(
  write: ReturnType<typeof createInputWriter>,
  set: EncodedSet,
  order: Uint32Array,
  { rows, x, y }: Batch,
): void {
  const xWidth = x.length / rows;
  const yWidth = y.length / rows;
  for (let i = 0; i < rows; i++) {
    const row = order[i] as number;
    write(row, x, i * xWidth);
    for (let k = 0; k < yWidth; k++) y[i * yWidth + k] = set.y[row * yWidth + k] as number;
  }
}
