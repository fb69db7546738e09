import * as z from 'zod';
import { ok } from '../core/result.ts';
import { defineLayer } from './define-layer.ts';
import { only, slideWindow } from './shape-rules.ts';
import { poolParams } from './window-params.ts';

/** Keeps the largest value of each window. Input [h, w, c], output [h', w', c]. */
export const maxPool = defineLayer({
  kind: 'maxPool',
  role: 'compute',
  family: 'pooling',
  title: { en: 'Max pool', ko: '최대 풀링' },
  aliases: ['maxpooling', 'pooling', 'subsampling', '맥스 풀링', '풀링'],
  params: z.object(poolParams),
  arity: { min: 1, max: 1 },
  face: (p) => {
    const text = p.pool.join('×');
    return { en: text, ko: text };
  },
  infer: (p, inputs) => {
    const sides = slideWindow(only(inputs), { ...p, size: p.pool });
    return sides.ok ? ok([...sides.value, only(inputs)[2] ?? 0]) : sides;
  },
  weights: () => [],
  build: ({ tf, name }, p) =>
    tf.layers.layers.maxPooling2d({
      name,
      poolSize: p.pool,
      strides: p.strides,
      padding: p.padding,
    }),
  help: {
    what: {
      en: 'Keeps the largest value in each window, so that small shifts matter less.',
      ko: '창마다 가장 큰 값만 남겨서, 위치가 조금 달라져도 결과가 비슷해요.',
    },
    formula: 'yᵢⱼ = max(windowᵢⱼ)',
    rule: {
      en: 'Each side is divided by the stride; the number of maps stays.',
      ko: '가로와 세로는 스트라이드로 나눈 크기가 되고, 맵의 수는 그대로예요.',
    },
  },
  examples: [
    { params: {}, inputs: [[28, 28, 32]], output: [14, 14, 32], weights: 0 },
    { params: {}, inputs: [[7, 7, 3]], output: [4, 4, 3], weights: 0 },
    {
      params: { pool: [2, 3], strides: [1, 2], padding: 'valid' },
      inputs: [[5, 6, 2]],
      output: [4, 2, 2],
      weights: 0,
    },
  ],
});
