import type { Ir } from '../compiler/ir.ts';
import { createRandom } from '../core/random.ts';
import { encodeTargets, type Samples, takeRows } from '../core/samples.ts';
import type { Dataset } from '../datasets/define-dataset.ts';
import type { Batch } from './executor.ts';

/** Samples with their labels encoded for the loss. */
export interface EncodedSet extends Batch {
  readonly samples: Samples;
}

/** What a network trains on and what it is tested on. */
export interface TrainingData {
  readonly train: EncodedSet;
  /** Missing when nothing is set apart. */
  readonly test: EncodedSet | undefined;
}

/** Makes the samples of a network's source, sets a share apart for testing and encodes the labels. */
export function loadData(
  ir: Ir,
  testShare: number,
  datasets: ReadonlyMap<string, Dataset>,
): TrainingData {
  const dataset = datasets.get(ir.source.dataset);
  if (!dataset) throw new Error(`no data set "${ir.source.dataset}"`);
  const samples = dataset.samples(ir.source.options);
  const { train, test } = splitSamples(samples, testShare);
  const encode = (part: Samples): EncodedSet => ({
    samples: part,
    rows: part.rows,
    x: part.x,
    y: encodeTargets(part, ir.target.encoding),
  });
  return { train: encode(train), test: test && encode(test) };
}

/** The same rows are set apart every time, whatever the training seed; both parts keep their order. */
export function splitSamples(
  samples: Samples,
  testShare: number,
): { train: Samples; test: Samples | undefined } {
  const apart = Math.min(samples.rows - 1, Math.floor(samples.rows * testShare));
  if (apart <= 0) return { train: samples, test: undefined };
  const order = createRandom(0).fork('split').permutation(samples.rows);
  const part = (rows: Uint32Array): Samples => takeRows(samples, rows.slice().sort());
  return { test: part(order.subarray(0, apart)), train: part(order.subarray(apart)) };
}
