import type { Random } from '../core/random.ts';
import type { Training } from '../document/training-schema.ts';
import type { Batch } from './executor.ts';

/** Hands out one batch after another, epoch after epoch. */
export interface BatchPlan {
  /** The next batch, and whether it ends an epoch. */
  next(): { readonly batch: Batch; readonly endsEpoch: boolean };
}

/** A plan over a set, in order or shuffled anew each epoch. The last batch of an epoch may be short. */
export function planBatches(set: Batch, training: Training, random: Random): BatchPlan {
  const size = training.batchSize === 'full' ? set.rows : Math.min(training.batchSize, set.rows);
  if (size === set.rows) return { next: () => ({ batch: set, endsEpoch: true }) };
  const inOrder = Uint32Array.from({ length: set.rows }, (_, i) => i);
  let order: Uint32Array = inOrder;
  let at = set.rows;
  return {
    next: () => {
      if (at >= set.rows) {
        order = training.shuffle ? random.permutation(set.rows) : inOrder;
        at = 0;
      }
      const batch = gather(set, order.subarray(at, at + size));
      at += size;
      return { batch, endsEpoch: at >= set.rows };
    },
  };
}

function gather(set: Batch, rows: Uint32Array): Batch {
  const xWidth = set.x.length / set.rows;
  const yWidth = set.y.length / set.rows;
  const x = new Float32Array(rows.length * xWidth);
  const y = new Float32Array(rows.length * yWidth);
  rows.forEach((row, i) => {
    x.set(set.x.subarray(row * xWidth, (row + 1) * xWidth), i * xWidth);
    y.set(set.y.subarray(row * yWidth, (row + 1) * yWidth), i * yWidth);
  });
  return { rows: rows.length, x, y };
}
