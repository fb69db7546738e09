import * as z from 'zod';
import { err, ok } from '../core/result.ts';
import { sameShape } from '../core/shape.ts';
import { defineLayer } from './define-layer.ts';
import { only } from './shape-rules.ts';

/** Adds tensors of one shape, value by value: the join of a skip connection (He et al. 2016). */
export const add = defineLayer({
  kind: 'add',
  role: 'compute',
  family: 'join',
  title: { en: 'Add', ko: '더하기' },
  aliases: ['sum', 'residual', 'skip connection', '합', '잔차'],
  params: z.object({}),
  arity: { min: 2, max: 16 },
  face: () => undefined,
  infer: (_, inputs) => {
    const first = only(inputs);
    const other = inputs.find((shape) => !sameShape(first, shape));
    return other ? err({ code: 'merge-shapes-differ', first, other }) : ok(first);
  },
  weights: () => [],
  build: ({ tf, name }) => tf.layers.layers.add({ name }),
  operation: () => ({ op: 'sum' }),
  help: {
    what: {
      en: 'Adds what arrives, value by value. With a wire that skips layers it makes a residual block.',
      ko: '들어온 값들을 자리마다 더해요. 층을 건너뛰는 선과 함께 쓰면 잔차 블록이 돼요.',
    },
    formula: 'y = x₁ + x₂ + …',
    rule: {
      en: 'All inputs have one shape, and so has the output.',
      ko: '입력들의 모양이 모두 같아야 하고, 출력도 그 모양이에요.',
    },
  },
  examples: [
    { params: {}, inputs: [[4], [4]], output: [4], weights: 0 },
    {
      params: {},
      inputs: [
        [5, 5, 2],
        [5, 5, 2],
        [5, 5, 2],
      ],
      output: [5, 5, 2],
      weights: 0,
    },
  ],
});
