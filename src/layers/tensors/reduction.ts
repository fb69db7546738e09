import * as z from 'zod';
import type { Result } from '../../core/result.ts';
import type { TensorProblem } from '../../core/tensor/problem.ts';
import type { Over } from '../../core/tensor/reduce.ts';
import type { CalculatedTensor, Tensor } from '../../core/tensor/tensor.ts';
import type { Words } from '../../core/words.ts';
import {
  type CalculationExample,
  type CalculationKind,
  defineCalculation,
} from '../define-layer.ts';
import { axisFace, overOf, overParams } from './axis-params.ts';
import { first } from './operands.ts';

/** What a step along an axis states; the rest is the same for all of them. */
interface Reduction {
  readonly kind: string;
  readonly title: Words;
  readonly aliases: readonly string[];
  readonly over: 'all' | 'axis';
  readonly reduce: (tensor: Tensor, over: Over) => Result<CalculatedTensor, TensorProblem>;
  readonly what: Words;
  readonly formula: string;
  readonly examples: readonly CalculationExample[];
}

/** Makes one value of all values along an axis, which disappears. */
export const defineReduction = (step: Reduction): CalculationKind =>
  defineCalculation({
    kind: step.kind,
    role: 'calculation',
    family: 'tensor',
    title: step.title,
    aliases: step.aliases,
    params: z.object(overParams(step.over)),
    arity: { min: 1, max: 1 },
    face: (p) => axisFace(overOf(p)),
    calculate: (p, inputs) => step.reduce(first(inputs), overOf(p)),
    help: {
      what: step.what,
      formula: step.formula,
      rule: {
        en: 'The axis disappears: [2, 3] over axis 0 gives [3]. Over all axes a single number is left.',
        ko: '그 축이 사라져요. [2, 3]을 축 0으로 하면 [3]이에요. 모든 축이면 숫자 하나만 남아요.',
      },
    },
    examples: step.examples,
  });
