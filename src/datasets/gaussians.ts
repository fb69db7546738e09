import { planeSet } from './plane-sets.ts';

/** Two round clouds around (−0.5, −0.5) and (0.5, 0.5). */
export const gaussians = planeSet({
  id: 'gaussians',
  title: { en: 'Two clouds', ko: '구름 두 개' },
  blurb: {
    en: 'Two Gaussian clouds: one straight line does it.',
    ko: '가우시안 구름 두 개예요. 직선 하나면 돼요.',
  },
  count: 2,
  draw: (i, _n, random, noise) => {
    const label = i % 2;
    const centre = label ? 0.5 : -0.5;
    const spread = 0.12 + 0.5 * noise;
    return [[centre + spread * random.normal(), centre + spread * random.normal()], label];
  },
});
