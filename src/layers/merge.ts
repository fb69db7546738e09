import * as z from 'zod';
import type { Operation } from '../core/operation.ts';
import { err, ok } from '../core/result.ts';
import { sameShape } from '../core/shape.ts';
import type { Words } from '../core/words.ts';
import { type BuildContext, type ComputeKind, defineLayer, type TfLayer } from './define-layer.ts';
import type { KerasForm } from './keras.ts';
import { only } from './shape-rules.ts';

/** What a join of equal shapes states; the rest is the same for all of them. */
interface Merge {
  readonly kind: string;
  readonly title: Words;
  readonly aliases: readonly string[];
  readonly what: Words;
  readonly formula: string;
  readonly build: (context: BuildContext) => TfLayer;
  readonly operation: Operation;
  readonly keras: KerasForm;
}

/** Joins tensors of one shape, value by value. */
export const defineMerge = (merge: Merge): ComputeKind =>
  defineLayer({
    kind: merge.kind,
    role: 'compute',
    family: 'join',
    title: merge.title,
    aliases: merge.aliases,
    params: z.object({}),
    arity: { min: 2, max: 16 },
    face: () => undefined,
    infer: (_, inputs) => {
      const first = only(inputs);
      const other = inputs.find((shape) => !sameShape(first, shape));
      return other ? err({ code: 'merge-shapes-differ', first, other }) : ok(first);
    },
    weights: () => [],
    build: merge.build,
    keras: merge.keras,
    operation: () => merge.operation,
    reading: () => ({ how: 'each' }),
    help: {
      what: merge.what,
      formula: merge.formula,
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
