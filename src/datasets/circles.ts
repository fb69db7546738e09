import { planeSet } from './plane-sets.ts';

/** A disc inside a ring. Radii 0–0.45 and 0.65–1; noise shifts both coordinates. */
export const circles = planeSet({
  id: 'circles',
  title: { en: 'Circles', ko: '원' },
  blurb: {
    en: 'A disc inside a ring: the boundary must close.',
    ko: '고리 안에 원판이 있어요. 경계가 닫혀야 해요.',
  },
  count: 2,
  draw: (i, _n, random, noise) => {
    const inner = i % 2;
    const radius = inner ? 0.45 * Math.sqrt(random.uniform()) : 0.65 + 0.35 * random.uniform();
    const angle = 2 * Math.PI * random.uniform();
    const x = radius * Math.cos(angle) + 0.3 * noise * random.normal();
    const y = radius * Math.sin(angle) + 0.3 * noise * random.normal();
    return [[x, y], inner];
  },
});
