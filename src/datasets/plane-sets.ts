import { createRandom, type Random } from '../core/random.ts';
import type { Words } from '../core/words.ts';
import { type Dataset, defineDataset, generatePoints, type Row } from './define-dataset.ts';

/** A set of points in the plane in `count` classes, drawn one by one from the options' seed. */
export const planeSet = (set: {
  readonly id: string;
  readonly title: Words;
  readonly blurb: Words;
  readonly count: number;
  readonly draw: (i: number, n: number, random: Random, noise: number) => Row;
}): Dataset => {
  const spec = { input: [2], target: { type: 'classes', count: set.count } } as const;
  return defineDataset({
    id: set.id,
    modality: 'points',
    title: set.title,
    blurb: set.blurb,
    options: ['size', 'noise', 'seed'],
    spec: () => spec,
    rows: ({ size }) => size,
    samples: (options) =>
      generatePoints(spec, options, createRandom(options.seed).fork(set.id), (i, n, random) =>
        set.draw(i, n, random, options.noise),
      ),
  });
};
