import type { Words } from '../core/words.ts';
import { type Dataset, defineDataset, packRows } from './define-dataset.ts';

/** One image whose arithmetic can be followed by eye. It has a class, as every image, but teaches none. */
const tinyImage = (
  id: string,
  title: Words,
  blurb: Words,
  side: number,
  pixels: readonly number[],
): Dataset => {
  const spec = { input: [side, side, 1], target: { type: 'classes', count: 2 } } as const;
  return defineDataset({
    id,
    modality: 'images',
    title,
    blurb,
    options: [],
    spec: () => spec,
    rows: () => 2,
    // Twice: upright, and upside down as the other class.
    samples: () =>
      packRows(spec, [
        [pixels, 0],
        [pixels.toReversed(), 1],
      ]),
  });
};

/** The 3×3 image of lab-11-0: 1 to 9, row by row. */
export const oneToNine = tinyImage(
  'oneToNine',
  { en: '1 to 9, 3×3', ko: '1부터 9까지, 3×3' },
  {
    en: 'The image of lab-11-0: small enough to convolve by hand.',
    ko: 'lab-11-0의 이미지예요. 합성곱을 손으로 계산해 볼 수 있어요.',
  },
  3,
  [1, 2, 3, 4, 5, 6, 7, 8, 9],
);

/** The 2×2 image of lab-11-0's pooling: 4 3 / 2 1. */
export const fourThreeTwoOne = tinyImage(
  'fourThreeTwoOne',
  { en: '4 3 2 1, 2×2', ko: '4 3 2 1, 2×2' },
  {
    en: 'The image that lab-11-0 pools.',
    ko: 'lab-11-0에서 풀링하는 이미지예요.',
  },
  2,
  [4, 3, 2, 1],
);
