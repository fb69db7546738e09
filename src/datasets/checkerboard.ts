import { planeSet } from './plane-sets.ts';

/** Four filled quadrants, opposite ones alike. Like XOR, but a cloud and not a table. */
export const checkerboard = planeSet({
  id: 'checkerboard',
  title: { en: 'Checkerboard', ko: '체커보드' },
  blurb: {
    en: 'Four noisy quadrants, opposite ones alike.',
    ko: '잡음이 있는 사분면 네 개예요. 마주 보는 쪽이 같은 클래스예요.',
  },
  count: 2,
  draw: (_i, _n, random, noise) => {
    const x = 2 * random.uniform() - 1;
    const y = 2 * random.uniform() - 1;
    const label = x * y < 0 ? 1 : 0;
    return [[x + 0.4 * noise * random.normal(), y + 0.4 * noise * random.normal()], label];
  },
});
