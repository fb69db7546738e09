import * as z from 'zod';
import { ok } from '../../core/result.ts';
import { filledLike } from '../../core/tensor/convert.ts';
import type { Words } from '../../core/words.ts';
import { type CalculationKind, defineCalculation } from '../define-layer.ts';
import { first } from './operands.ts';

/** What a step that fills a tensor states. */
interface Like {
  readonly kind: string;
  readonly value: 0 | 1;
  readonly title: Words;
  readonly aliases: readonly string[];
  readonly what: Words;
}

/** One value everywhere, in the shape and type of the input. */
export const defineLike = ({ kind, value, title, aliases, what }: Like): CalculationKind =>
  defineCalculation({
    kind,
    role: 'calculation',
    family: 'tensor',
    title,
    aliases,
    params: z.object({}),
    arity: { min: 1, max: 1 },
    face: () => undefined,
    calculate: (_, inputs) => ok(filledLike(first(inputs), value)),
    help: {
      what,
      formula: `y = ${value}`,
      rule: {
        en: 'Shape and type are those of the input.',
        ko: '모양과 자료형은 입력과 같아요.',
      },
    },
    examples: [
      { params: {}, inputs: ['[[0, 1, 2]]'], output: `[[${value}, ${value}, ${value}]]` },
      { params: {}, inputs: ['0.5'], output: `${value}.0` },
    ],
  });
