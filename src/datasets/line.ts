import { createRandom } from '../core/random.ts';
import { defineDataset, generatePoints } from './define-dataset.ts';

const spec = { input: [1], target: { type: 'numbers', size: 1 } } as const;

/** Points around y = 2x + 1 for x in [−1, 1]. */
export const line = defineDataset({
  id: 'line',
  modality: 'points',
  title: { en: 'Line', ko: '직선' },
  blurb: {
    en: 'Points around y = 2x + 1: linear regression.',
    ko: 'y = 2x + 1 둘레의 점들이에요. 선형 회귀를 해 봐요.',
  },
  options: ['size', 'noise', 'seed'],
  spec: () => spec,
  rows: ({ size }) => size,
  samples: (options) =>
    generatePoints(spec, options, createRandom(options.seed).fork('line'), (_i, _n, random) => {
      const x = 2 * random.uniform() - 1;
      return [[x], 2 * x + 1 + options.noise * random.normal()];
    }),
});
