import { planeSet } from './plane-sets.ts';

/** Two arms that wind around each other one and three quarter times. */
export const spirals = planeSet({
  id: 'spirals',
  title: { en: 'Spirals', ko: '나선' },
  blurb: {
    en: 'Two arms around each other: it takes several layers.',
    ko: '서로 감긴 두 갈래예요. 층이 여러 개 필요해요.',
  },
  count: 2,
  draw: (i, n, random, noise) => {
    const label = i % 2;
    const along = Math.floor(i / 2) / Math.max(1, Math.floor(n / 2));
    const angle = 1.75 * 2 * Math.PI * along + label * Math.PI;
    const radius = 0.05 + 0.95 * along;
    const x = radius * Math.sin(angle) + 0.15 * noise * random.normal();
    const y = radius * Math.cos(angle) + 0.15 * noise * random.normal();
    return [[x, y], label];
  },
});
