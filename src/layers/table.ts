import * as z from 'zod';
import { scalings } from '../core/preparation.ts';
import { defineSource } from './define-layer.ts';
import { choice, paramMeta } from './params.ts';

const MOST_COLUMNS = 1000;
const MOST_ROWS = 100_000_000;
const hidden = { type: 'hidden' } as const;

const columnSchema = z.object({
  name: z.string().max(200),
  classes: z.array(z.string().max(200)).max(256).nullable(),
  missing: z.int().min(0),
  outliers: z.int().min(0),
  counts: z.boolean(),
  min: z.number(),
  max: z.number(),
  mean: z.number(),
  deviation: z.number(),
});

/** A table that was brought along, as the document knows it. */
const tableSchema = z
  .object({
    key: z.string().max(80),
    title: z.string().max(120),
    rows: z.int().min(1).max(MOST_ROWS),
    columns: z.array(columnSchema).min(1).max(MOST_COLUMNS),
    cells: z.array(z.array(z.number().nullable())).max(10_000).nullable(),
  })
  .superRefine(({ rows, columns, cells }, context) => {
    if (!cells) return;
    const wrong = cells.findIndex((row) => row.length !== columns.length);
    if (wrong >= 0) {
      context.addIssue({ code: 'custom', path: ['cells', wrong], message: 'ragged' });
    }
    if (cells.length !== rows) {
      context.addIssue({ code: 'custom', path: ['rows'], message: 'not as many as cells' });
    }
  });

const list = z.array(z.int().min(0).max(MOST_COLUMNS)).max(MOST_COLUMNS).nullable().default(null);
const method = z.enum(scalings);

/** Rows of a table: some columns are read, some are to be told. */
export const table = defineSource({
  kind: 'table',
  role: 'source',
  family: 'data',
  title: { en: 'Table', ko: '표' },
  aliases: ['data', 'csv', 'input', 'regression', 'rows', '데이터', '입력', '회귀', '데이터 표'],
  params: z.object({
    dataset: z
      .string()
      .max(64)
      .default('oneTwoThree')
      .register(paramMeta, {
        title: { en: 'Data set', ko: '데이터' },
        control: { type: 'dataset', modality: 'table' },
      }),
    scaling: choice(
      'none',
      {
        none: { en: 'as they are', ko: '그대로' },
        minMax: { en: 'to 0–1 (min-max)', ko: '0–1로 (min-max)' },
        standard: { en: 'to mean 0, spread 1', ko: '평균 0, 표준편차 1로' },
      },
      { en: 'Scale columns', ko: '열 값 맞추기' },
    ),
    labelKind: choice(
      'auto',
      {
        auto: { en: 'as the table says', ko: '표에 맞게' },
        number: { en: 'a number', ko: '숫자' },
        class: { en: 'a class', ko: '클래스' },
      },
      { en: 'Label is', ko: '정답은' },
    ),
    missing: choice(
      'mean',
      {
        mean: { en: 'filled with the mean', ko: '평균으로 채우기' },
        drop: { en: 'left out, the whole row', ko: '그 줄을 빼기' },
      },
      { en: 'Empty cells are', ko: '빈 칸은' },
    ),
    inputs: list.register(paramMeta, {
      title: { en: 'Inputs', ko: '입력 열' },
      control: hidden,
    }),
    labels: list.register(paramMeta, {
      title: { en: 'Labels', ko: '정답 열' },
      control: hidden,
    }),
    depth: z
      .int()
      .min(2)
      .max(256)
      .nullable()
      .default(null)
      .register(paramMeta, { title: { en: 'One-hot depth', ko: '원-핫 깊이' }, control: hidden }),
    firstRows: z
      .int()
      .min(1)
      .max(MOST_ROWS)
      .nullable()
      .default(null)
      .register(paramMeta, { title: { en: 'Rows', ko: '줄 수' }, control: hidden }),
    scalings: z
      .record(z.string().regex(/^\d{1,4}$/), method)
      .default({})
      .register(paramMeta, {
        title: { en: 'Scaling by column', ko: '열마다 값 맞추기' },
        control: hidden,
      }),
    table: tableSchema
      .nullable()
      .default(null)
      .register(paramMeta, { title: { en: 'Table', ko: '표' }, control: hidden }),
  }),
  dataset: (p) => p.dataset,
  prepare: ({ scaling, scalings: byIndex }) => ({
    standardise: false,
    augmentation: undefined,
    columns: { rest: scaling, byIndex },
  }),
  face: () => undefined,
  help: {
    what: {
      en: 'Where rows of a table enter. Some columns are the inputs x, one or more are the label y: a number to tell, or a class. Columns of very different size can be scaled; answers are scaled back when they are shown.',
      ko: '표의 줄이 들어오는 곳이에요. 어떤 열은 입력 x이고, 하나 이상의 열이 정답 y예요. 정답은 숫자나 클래스예요. 크기가 많이 다른 열은 값을 맞출 수 있고, 답은 원래 단위로 되돌려 보여 줘요.',
    },
    formula: '(x, y)',
    rule: {
      en: 'Gives as many numbers as there are input columns.',
      ko: '입력 열의 수만큼 숫자를 내보내요.',
    },
  },
});
