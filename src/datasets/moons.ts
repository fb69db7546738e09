import { planeSet } from './plane-sets.ts';

/** Two half circles that reach into each other. */
export const moons = planeSet({
  id: 'moons',
  title: { en: 'Moons', ko: '반달' },
  blurb: {
    en: 'Two half circles that reach into each other.',
    ko: '서로 맞물린 반원 두 개예요.',
  },
  count: 2,
  draw: (i, _n, random, noise) => {
    const label = i % 2;
    const angle = Math.PI * random.uniform();
    const x = label ? 0.5 - 0.7 * Math.cos(angle) : 0.7 * Math.cos(angle) - 0.2;
    const y = label ? 0.2 - 0.7 * Math.sin(angle) : 0.7 * Math.sin(angle) - 0.2;
    return [[x + 0.4 * noise * random.normal(), y + 0.4 * noise * random.normal()], label];
  },
});
