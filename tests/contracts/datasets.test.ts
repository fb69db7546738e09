import { describe, expect, it } from 'vitest';
import { readMnist } from '../../build/mnist.ts';
import type { Samples } from '../../src/core/samples.ts';
import { sizeOf } from '../../src/core/shape.ts';
import { languages } from '../../src/core/words.ts';
import { allDatasets as datasets } from '../../src/datasets/all.ts';
import {
  type Dataset,
  type DatasetOptions,
  noOptions,
  type OwnTable,
  type StoredImages,
} from '../../src/datasets/define-dataset.ts';
import { MNIST_ASSET } from '../../src/datasets/mnist.ts';
import { packImages } from '../../src/datasets/packed-images.ts';
import { summarise } from '../../src/datasets/tables/summary.ts';
import { tableOf } from '../../src/datasets/tables/table.ts';
import { splitSamples } from '../../src/engine/data/data.ts';

const stored: StoredImages = {
  key: 'mine',
  title: 'Mine',
  shape: [2, 2, 1],
  classes: ['cat', 'dog'],
  trainRows: 3,
  testRows: 1,
};

/** The first two rows have no empty cell. */
const cells = [
  [1, 2, 0],
  [3, 1, 1],
  [null, 4, 1],
  [2, 6, 2],
];

const table: OwnTable = {
  key: '',
  title: 'Mine',
  rows: cells.length,
  columns: summarise(tableOf(['a', 'b', 'c'], cells)),
  cells,
};

const mnistBytes = readMnist();

/** What the surroundings would fetch. */
const assetOf = (dataset: Dataset, options: DatasetOptions): Uint8Array | undefined => {
  if (dataset.asset?.(options) === MNIST_ASSET) return mnistBytes;
  const { stored: kept } = options;
  return kept
    ? packImages({
        ...kept,
        labels: Uint8Array.from({ length: kept.trainRows + kept.testRows }, (_, i) => i % 2),
        pixels: new Uint8Array((kept.trainRows + kept.testRows) * 4).fill(kept.trainRows),
      })
    : undefined;
};

/** Byte by byte: a matcher takes minutes over millions of pixels. */
const same = (a: Samples, b: Samples): boolean =>
  Buffer.from(a.x.buffer).equals(Buffer.from(b.x.buffer)) &&
  Buffer.from(a.y.buffer).equals(Buffer.from(b.y.buffer)) &&
  JSON.stringify(a.spec) === JSON.stringify(b.spec);

const options: DatasetOptions = {
  ...noOptions,
  table,
  size: 90,
  noise: 0.1,
  seed: 5,
  points: [
    [0, 1, 2],
    [1, 0, 0],
    [1, 1, 1],
  ],
  task: 'classes',
  stored,
};

describe.each(datasets)('data set $id', (dataset) => {
  const samplesOf = (of: DatasetOptions) => dataset.samples(of, assetOf(dataset, of));
  const samples = samplesOf(options);
  const { input, target } = dataset.spec(options);

  it('holds what it says', () => {
    expect(samples.spec).toEqual(dataset.spec(options));
    expect(samples.rows).toBe(dataset.rows(options));
    expect(samples.x.length).toBe(samples.rows * sizeOf(input));
    expect(samples.y.length).toBe(samples.rows * (target.type === 'numbers' ? target.size : 1));
    const { x, y } = splitSamples(samples, 0).all;
    expect([x, y].every((all) => all.every(Number.isFinite))).toBe(true);
  });

  it('has every class in it', () => {
    if (target.type !== 'classes') return;
    const seen = [...new Set(samples.y)].sort();
    expect(seen).toEqual(Array.from({ length: target.count }, (_, i) => i));
  });

  it('is the same for the same seed, and another for another', () => {
    expect(same(samplesOf(options), samples)).toBe(true);
    if (!dataset.options.includes('seed')) return;
    expect(same(samplesOf({ ...options, seed: 6 }), samples)).toBe(false);
  });

  it('changes with the options it names and with no other', () => {
    const changed: DatasetOptions = {
      inputs: [1],
      labels: [0],
      labelKind: 'number',
      depth: 5,
      missing: 'drop',
      firstRows: 2,
      table: { ...table, rows: 2, cells: cells.slice(0, 2) },
      size: 60,
      noise: 0.5,
      seed: 9,
      points: [[3, 3, 1]],
      task: 'numbers',
      stored: { ...stored, trainRows: 5 },
    };
    for (const name of Object.keys(options) as (keyof DatasetOptions)[]) {
      if (name === 'stored' && dataset.asset?.(options) === MNIST_ASSET) continue;
      const asClass: DatasetOptions = { ...options, labelKind: 'class' };
      const other = samplesOf({ ...asClass, [name]: changed[name] });
      expect(!same(other, samplesOf(asClass)), name).toBe(dataset.options.includes(name));
    }
  });

  it('has its words in every language', () => {
    for (const language of languages) {
      expect(dataset.title[language]).not.toBe('');
      expect(dataset.blurb[language]).not.toBe('');
    }
  });
});
