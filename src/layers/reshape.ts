import * as z from 'zod';
import { err, ok } from '../core/result.ts';
import { type Shape, sizeOf } from '../core/shape.ts';
import { defineLayer } from './define-layer.ts';
import { sizes } from './params.ts';
import { only } from './shape-rules.ts';

/** A shape with its open axis as long as the number of values asks for. */
function resolveOpen(shape: Shape, input: Shape): number[] {
  const known = sizeOf(shape.filter((side) => side !== -1));
  return shape.map((side) => (side === -1 ? sizeOf(input) / known : side));
}

/** Lays the same values out in another shape, last axis fastest; one axis may be left open as −1. */
export const reshape = defineLayer({
  kind: 'reshape',
  role: 'compute',
  family: 'core',
  title: { en: 'Reshape', ko: '모양 바꾸기' },
  aliases: ['view', 'shape', '리셰이프', '모양'],
  params: z.object({
    shape: sizes([28, 28, 1], { en: 'Shape', ko: '모양' }),
  }),
  arity: { min: 1, max: 1 },
  face: (p) => {
    const text = p.shape.join('×').replace('-1', '?');
    return { en: text, ko: text };
  },
  infer: ({ shape }, inputs) => {
    const got = only(inputs);
    const total = sizeOf(got);
    const known = sizeOf(shape.filter((side) => side !== -1));
    const open = shape.includes(-1);
    if (open ? total % known !== 0 : known !== total) {
      return err({ code: 'reshape-size', wanted: shape, got });
    }
    return ok(resolveOpen(shape, got));
  },
  weights: () => [],
  build: ({ tf, name }, { shape }) => {
    const layer = tf.layers.layers.reshape({ name, targetShape: [...shape] });
    // tfjs leaves an open axis unknown, which later layers refuse.
    layer.computeOutputShape = (inputShape) => {
      const [batch = null, ...sides] = inputShape as (number | null)[];
      return [batch, ...resolveOpen(shape, sides as number[])];
    };
    return layer;
  },
  operation: () => ({ op: 'identity' }),
  reading: () => ({ how: 'relabel' }),
  keras: { names: ['Reshape'], read: (c) => ({ shape: c.sizes('target_shape') }) },
  help: {
    what: {
      en: 'Lays the same numbers out in another shape. 784 numbers become an image of 28×28×1.',
      ko: '같은 숫자들을 다른 모양으로 놓아요. 숫자 784개가 28×28×1 이미지가 돼요.',
    },
    formula: '[784] → [28, 28, 1]',
    rule: {
      en: 'As many numbers as before. One axis may be −1: whatever is left.',
      ko: '숫자의 개수는 그대로여야 해요. 축 하나는 −1로 둘 수 있고, 남는 만큼이 돼요.',
    },
  },
  examples: [
    { params: {}, inputs: [[784]], output: [28, 28, 1], weights: 0 },
    { params: { shape: [-1, 2] }, inputs: [[4, 3, 2]], output: [12, 2], weights: 0 },
  ],
});
