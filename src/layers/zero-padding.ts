import * as z from 'zod';
import { ok } from '../core/result.ts';
import { defineLayer } from './define-layer.ts';
import { channelsLast } from './keras.ts';
import { pair } from './params.ts';
import { only, requireRank } from './shape-rules.ts';

/** Puts rows and columns of zeros around an image. Input [h, w, c], output [h + 2·rows, w + 2·columns, c]. */
export const zeroPadding = defineLayer({
  kind: 'zeroPadding',
  role: 'compute',
  family: 'convolution',
  title: { en: 'Zero padding', ko: '제로 패딩' },
  aliases: ['pad', 'border', 'zeropadding2d', '패딩', '테두리'],
  params: z.object({
    border: pair([1, 1], { min: 0, max: 64 }, { en: 'Border', ko: '테두리' }),
  }),
  arity: { min: 1, max: 1 },
  face: (p) => {
    const text = `+${p.border.join(', +')}`;
    return { en: text, ko: text };
  },
  infer: (p, inputs) => {
    const image = requireRank(only(inputs), 3);
    if (!image.ok) return image;
    const [h = 0, w = 0, c = 0] = image.value;
    return ok([h + 2 * p.border[0], w + 2 * p.border[1], c]);
  },
  weights: () => [],
  build: ({ tf, name }, { border: [rows, columns] }) =>
    tf.layers.layers.zeroPadding2d({
      name,
      padding: [
        [rows, rows],
        [columns, columns],
      ],
    }),
  reading: ({ border: [rows, columns] }) => ({
    how: 'nearby',
    scale: [1, 1],
    from: [-rows, -columns],
    to: [-rows, -columns],
  }),
  keras: {
    names: ['ZeroPadding2D'],
    read: (c) => {
      c.plain(channelsLast);
      return { border: c.pair('padding', 1) };
    },
  },
  help: {
    what: {
      en: 'Puts a border of zeros around the image, so that a window can reach over its edge.',
      ko: '이미지 둘레에 0을 둘러서, 창이 가장자리 너머까지 갈 수 있게 해요.',
    },
    formula: '[h, w, c] → [h + 2p, w + 2q, c]',
    rule: {
      en: 'Height and width grow by twice the border.',
      ko: '높이와 너비가 테두리의 두 배만큼 커져요.',
    },
  },
  examples: [
    { params: {}, inputs: [[7, 7, 1]], output: [9, 9, 1], weights: 0 },
    { params: { border: [0, 2] }, inputs: [[4, 3, 2]], output: [4, 7, 2], weights: 0 },
  ],
});
