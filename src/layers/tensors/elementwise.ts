import * as z from 'zod';
import { ok } from '../../core/result.ts';
import { elementwise, type Rule } from '../../core/tensor/arithmetic.ts';
import type { Words } from '../../core/words.ts';
import {
  type CalculationExample,
  type CalculationKind,
  defineCalculation,
} from '../define-layer.ts';
import { first, second } from './operands.ts';

/** What a step that joins two tensors value by value states; the rest is the same for all of them. */
interface Elementwise {
  readonly kind: string;
  readonly rule: Rule;
  readonly sign: string;
  readonly title: Words;
  readonly aliases: readonly string[];
  readonly what: Words;
  readonly examples: readonly CalculationExample[];
}

/** Joins two tensors value by value, stretched where a size is 1. */
export const defineElementwise = (step: Elementwise): CalculationKind =>
  defineCalculation({
    kind: step.kind,
    role: 'calculation',
    family: 'tensor',
    title: step.title,
    aliases: step.aliases,
    params: z.object({}),
    arity: { min: 2, max: 2 },
    face: () => undefined,
    sign: step.sign,
    calculate: (_, inputs) => {
      const result = elementwise(step.rule, first(inputs), second(inputs));
      if (!result.ok) return result;
      const { tensor, stretched } = result.value;
      return ok(stretched.some((axes) => axes.length > 0) ? { ...tensor, stretched } : tensor);
    },
    help: {
      what: step.what,
      formula: `y = a ${step.sign} b`,
      rule: {
        en: 'Broadcasting: shapes are compared from the last axis on. Sizes agree, or one of them is 1 and is stretched.',
        ko: '브로드캐스팅: 마지막 축부터 크기를 견줘요. 크기가 같거나, 하나가 1이면 그쪽을 늘려요.',
      },
    },
    examples: step.examples,
  });
