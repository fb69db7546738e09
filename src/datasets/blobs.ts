import { planeSet } from './plane-sets.ts';

/** Three round clouds at the corners of a triangle. */
export const blobs = planeSet({
  id: 'blobs',
  title: { en: 'Three clouds', ko: '구름 세 개' },
  blurb: {
    en: 'Three classes: end with three units and a softmax.',
    ko: '클래스가 셋이에요. 유닛 3개와 소프트맥스로 끝내요.',
  },
  count: 3,
  draw: (i, _n, random, noise) => {
    const label = i % 3;
    const angle = (2 * Math.PI * label) / 3 + Math.PI / 2;
    const spread = 0.12 + 0.4 * noise;
    const x = 0.6 * Math.cos(angle) + spread * random.normal();
    const y = 0.6 * Math.sin(angle) + spread * random.normal();
    return [[x, y], label];
  },
});
