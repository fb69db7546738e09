import { type IrSource, isTrainable, type Network } from '../../compiler/ir.ts';
import { createRandom } from '../../core/random.ts';
import { encodeTargets, readInputs, type Samples, takeRows } from '../../core/samples.ts';
import type { Dataset } from '../../datasets/define-dataset.ts';
import type { Batch } from '../executor.ts';
import { fillGaps } from './gaps.ts';
import { measureScalings } from './scaling.ts';

/** Samples with their labels encoded for the loss. `x` is made when it is first asked for: it may be large. */
export interface EncodedSet extends Batch {
  readonly samples: Samples;
}

/** What a network trains on and what it is tested on. */
export interface TrainingData {
  readonly train: EncodedSet;
  /** Missing when nothing is set apart. */
  readonly test: EncodedSet | undefined;
}

/** Fetches what a data set needs, by the name that it gives it. */
export type LoadAsset = (name: string) => Promise<Uint8Array>;

/** What a failure says when samples could not be fetched; the name of what is missing follows. */
export const ASSET_MISSING = 'asset-missing: ';

/** What a failure says when nothing is left of the samples. */
export const NO_ROWS = 'no-rows';

/** Samples that are not where they should be. */
export const missingAsset = (name: string): Error => new Error(`${ASSET_MISSING}${name}`);

/** Makes the samples of a network's source, sets a share apart for testing and encodes the labels. */
export function prepareData(network: Network, samples: Samples, testShare: number): TrainingData {
  const { train, test } = splitSamples(samples, testShare);
  const scalings = measureScalings(train, network.source.preparation);
  const encoding = isTrainable(network) ? network.target.encoding : 'value';
  const encode = (part: Samples): EncodedSet => {
    const scaled = { ...part, ...scalings };
    let x: Float32Array | undefined;
    return {
      samples: scaled,
      rows: part.rows,
      get x() {
        x ??= readInputs(scaled, 0, part.rows);
        return x;
      },
      y: encodeTargets(scaled, encoding),
    };
  };
  return { train: encode(train), test: test && encode(test) };
}

/** Data of a network whose set needs nothing fetched. */
export function loadData(
  network: Network,
  testShare: number,
  datasets: ReadonlyMap<string, Dataset>,
): TrainingData {
  const dataset = datasetOf(network.source, datasets);
  return prepareData(network, dataset.samples(network.source.options), testShare);
}

/** Makes samples; the last ones are kept, since networks change more often than their data. */
export function createSampleLoader(datasets: ReadonlyMap<string, Dataset>, loadAsset: LoadAsset) {
  let kept: { readonly key: string; readonly samples: Samples } | undefined;
  return async (source: IrSource): Promise<Samples> => {
    const dataset = datasetOf(source, datasets);
    const { options } = source;
    const key = JSON.stringify([source.dataset, dataset.options.map((name) => options[name])]);
    if (kept?.key === key) return kept.samples;
    const asset = dataset.asset?.(options);
    const bytes = asset === undefined ? undefined : await loadAsset(asset);
    const samples = dataset.samples(options, bytes);
    if (samples.rows === 0) throw new Error(NO_ROWS);
    kept = { key, samples };
    return samples;
  };
}

function datasetOf(source: IrSource, datasets: ReadonlyMap<string, Dataset>): Dataset {
  const dataset = datasets.get(source.dataset);
  if (!dataset) throw new Error(`no data set "${source.dataset}"`);
  return dataset;
}

interface Split {
  readonly train: Samples;
  readonly test: Samples | undefined;
}

/**
 * Rows to train on and rows to test on: those that the set keeps for it, or a share that is the same
 * every time, whatever the training seed. Both parts keep their order. Gaps are filled with what the rows
 * for training say: nothing of the test rows is known to the network.
 */
export function splitSamples(
  samples: Samples,
  testShare: number,
): Split & { readonly all: Samples } {
  const split = divide(samples, testShare);
  if (!samples.hasGaps) return { all: samples, ...split };
  const all = fillGaps(samples, split.train);
  return { all, ...divide(all, testShare) };
}

function divide(samples: Samples, testShare: number): Split {
  const { rows, testRows } = samples;
  if (testRows) {
    const border = rows - testRows;
    return { train: rowsBetween(samples, 0, border), test: rowsBetween(samples, border, rows) };
  }
  const apart = Math.min(rows - 1, Math.floor(rows * testShare));
  if (apart <= 0) return { train: samples, test: undefined };
  const order = createRandom(0).fork('split').permutation(rows);
  const part = (chosen: Uint32Array): Samples => takeRows(samples, chosen.slice().sort());
  return { test: part(order.subarray(0, apart)), train: part(order.subarray(apart)) };
}

/** Neighbouring rows, as views of the set. */
function rowsBetween({ spec, rows, x, y }: Samples, from: number, to: number): Samples {
  const [xWidth, yWidth] = [x.length / rows, y.length / rows];
  return {
    spec,
    rows: to - from,
    x: x.subarray(from * xWidth, to * xWidth),
    y: y.subarray(from * yWidth, to * yWidth),
  };
}
