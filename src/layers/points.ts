import * as z from 'zod';
import { defineSource } from './define-layer.ts';
import { paramMeta } from './params.ts';
import { datasetParams } from './source-params.ts';

/** Classes that a point set by hand can have: one a digit key. */
const MAX_CLASSES = 10;

/** Rows of numbers with a label: truth tables, sets of points, and points set by hand. */
export const points = defineSource({
  kind: 'points',
  role: 'source',
  family: 'data',
  title: { en: 'Points', ko: '점' },
  aliases: ['data', 'table', 'input', 'xor', '데이터', '입력', '진리표'],
  params: z
    .object({
      dataset: z
        .string()
        .max(64)
        .default('xor')
        .register(paramMeta, {
          title: { en: 'Data set', ko: '데이터' },
          control: { type: 'dataset', modality: 'points' },
        }),
      ...datasetParams,
      points: z
        .array(z.tuple([z.number(), z.number(), z.number()]))
        .max(5000)
        .default([])
        .register(paramMeta, { title: { en: 'Points', ko: '점' }, control: { type: 'hidden' } }),
      task: z
        .enum(['classes', 'numbers'])
        .default('classes')
        .register(paramMeta, { title: { en: 'Label', ko: '정답' }, control: { type: 'hidden' } }),
    })
    .superRefine(({ points, task }, context) => {
      const wrong = points.findIndex(
        ([, , y]) => !(Number.isInteger(y) && y >= 0 && y < MAX_CLASSES),
      );
      if (task === 'classes' && wrong >= 0) {
        context.addIssue({ code: 'custom', path: ['points', wrong], message: 'not a class' });
      }
    }),
  dataset: (p) => p.dataset,
  face: () => undefined,
  help: {
    what: {
      en: 'Where the samples enter: each row has inputs x and a label y.',
      ko: '데이터가 들어오는 곳이에요. 한 줄마다 입력 x와 정답 y가 있어요.',
    },
    formula: '(x, y)',
    rule: {
      en: 'Gives one row of numbers a sample.',
      ko: '표본마다 숫자 한 줄을 내보내요.',
    },
  },
});
