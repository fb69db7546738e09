import { choice, count, pair } from './params.ts';

/** Whether the edge of an image is padded. */
export const padding = (initial: 'same' | 'valid') =>
  choice(
    initial,
    {
      same: { en: 'same (pad the edge)', ko: 'same (가장자리를 채워요)' },
      valid: { en: 'valid (no padding)', ko: 'valid (채우지 않아요)' },
    },
    { en: 'Padding', ko: '패딩' },
  );

/** How far the window moves, down and across. */
export const strides = (initial: [number, number]) =>
  pair(initial, { min: 1, max: 16 }, { en: 'Stride', ko: '스트라이드' });

/** How far the window moves, the same down and across: tfjs's depthwise convolutions know no other. */
export const stride = (initial: number) =>
  count(initial, { min: 1, max: 16 }, { en: 'Stride', ko: '스트라이드' });

/** Parameters of a pooling window. */
export const poolParams = {
  pool: pair([2, 2], { min: 1, max: 64 }, { en: 'Window', ko: '창 크기' }),
  strides: strides([2, 2]),
  padding: padding('same'),
};
