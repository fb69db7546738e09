import { createRandom } from '../core/random.ts';
import { defineDataset, generatePoints } from './define-dataset.ts';

const spec = { input: [2], target: { type: 'numbers', size: 1 } } as const;

/** Points around y = x₁ − 0.5·x₂ for both inputs in [−1, 1]. */
export const plane = defineDataset({
  id: 'plane',
  modality: 'points',
  title: { en: 'Plane', ko: '평면' },
  blurb: {
    en: 'Points around y = x₁ − 0.5·x₂: regression with two inputs.',
    ko: 'y = x₁ − 0.5·x₂ 둘레의 점들이에요. 입력이 둘인 회귀예요.',
  },
  options: ['size', 'noise', 'seed'],
  spec: () => spec,
  rows: ({ size }) => size,
  samples: (options) =>
    generatePoints(spec, options, createRandom(options.seed).fork('plane'), (_i, _n, random) => {
      const a = 2 * random.uniform() - 1;
      const b = 2 * random.uniform() - 1;
      return [[a, b], a - 0.5 * b + options.noise * random.normal()];
    }),
});
