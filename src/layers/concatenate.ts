import * as z from 'zod';
import { err, ok } from '../core/result.ts';
import { sameShape } from '../core/shape.ts';
import { defineLayer } from './define-layer.ts';
import { only } from './shape-rules.ts';

/** Lays tensors side by side along the last axis, in the order of their wires. */
export const concatenate = defineLayer({
  kind: 'concatenate',
  role: 'compute',
  family: 'join',
  title: { en: 'Concatenate', ko: '이어 붙이기' },
  aliases: ['concat', 'join', 'merge', '결합', '연결'],
  params: z.object({}),
  arity: { min: 2, max: 16 },
  face: () => undefined,
  infer: (_, inputs) => {
    const first = only(inputs);
    const front = first.slice(0, -1);
    const other = inputs.find((shape) => !sameShape(front, shape.slice(0, -1)));
    if (other) return err({ code: 'merge-shapes-differ', first, other });
    return ok([...front, inputs.reduce((total, shape) => total + (shape.at(-1) ?? 0), 0)]);
  },
  weights: () => [],
  build: ({ tf, name }) => tf.layers.layers.concatenate({ name }),
  operation: () => ({ op: 'concat' }),
  keras: {
    names: ['Concatenate'],
    read: (c) => {
      c.lastAxis('axis');
      return {};
    },
  },
  help: {
    what: {
      en: 'Lays what arrives side by side, so that the next layer sees all of it.',
      ko: '들어온 값들을 나란히 붙여서 다음 층이 모두 볼 수 있게 해요.',
    },
    formula: 'y = [x₁, x₂, …]',
    rule: {
      en: 'The last axes are added up; the others must agree.',
      ko: '마지막 축의 크기를 더하고, 나머지 축은 서로 같아야 해요.',
    },
  },
  examples: [
    { params: {}, inputs: [[2], [3]], output: [5], weights: 0 },
    {
      params: {},
      inputs: [
        [4, 4, 1],
        [4, 4, 2],
      ],
      output: [4, 4, 3],
      weights: 0,
    },
  ],
});
