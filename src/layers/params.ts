import * as z from 'zod';
import type { Result } from '../core/result.ts';
import type { TextProblem } from '../core/tensor/problem.ts';
import type { Words } from '../core/words.ts';

/** How a parameter is edited; the inspector has one control for each. */
export type Control =
  | { readonly type: 'count'; readonly min: number; readonly max: number }
  | { readonly type: 'pair'; readonly min: number; readonly max: number }
  | {
      readonly type: 'number';
      readonly min: number;
      readonly max: number;
      /** Step of the slider; without one there is no slider. */
      readonly step?: number;
    }
  | {
      readonly type: 'choice';
      readonly options: readonly { readonly value: string; readonly title: Words }[];
    }
  /** Sizes of axes, one after another. */
  | {
      readonly type: 'sizes';
      readonly most: number;
      readonly max: number;
      /** How many sides may be left open. */
      readonly open: 'one' | 'all';
    }
  | { readonly type: 'switch' }
  | { readonly type: 'initialiser' }
  | { readonly type: 'dataset'; readonly modality: 'points' | 'images' | 'table' }
  /** A text that its kind reads; `problemIn` says where it breaks. */
  | {
      readonly type: 'text';
      readonly lines: number;
      readonly problemIn: (text: string) => TextProblem | undefined;
    }
  | { readonly type: 'hidden' };

/** What the inspector needs to know of a parameter. */
export interface ParamMeta {
  readonly title: Words;
  readonly control: Control;
  /** Shown only while this holds for the node's other parameters. */
  readonly when?: (params: Readonly<Record<string, unknown>>) => boolean;
  /** Shown only for data sets that read this option. */
  readonly datasetOption?: string;
}

/** Titles and controls of parameters, kept beside their schemas. */
export const paramMeta = z.registry<ParamMeta>();

type Extra = Pick<ParamMeta, 'when' | 'datasetOption'>;

/** A whole number with a range. */
export const count = (
  initial: number,
  range: { min: number; max: number },
  title: Words,
  extra: Extra = {},
) =>
  z
    .int()
    .min(range.min)
    .max(range.max)
    .default(initial)
    .register(paramMeta, { title, control: { type: 'count', ...range }, ...extra });

/** A real number with a range. */
export const number = (
  initial: number,
  range: { min: number; max: number; step?: number },
  title: Words,
  extra: Extra = {},
) =>
  z
    .number()
    .min(range.min)
    .max(range.max)
    .default(initial)
    .register(paramMeta, { title, control: { type: 'number', ...range }, ...extra });

/** Height and width. */
export const pair = (
  initial: [number, number],
  range: { min: number; max: number },
  title: Words,
) => {
  const side = z.int().min(range.min).max(range.max);
  return z
    .tuple([side, side])
    .default(initial)
    .register(paramMeta, { title, control: { type: 'pair', ...range } });
};

/** Most axes of a tensor that a shape may be given for. */
const MOST_AXES = 4;

/** Sizes of one to four axes. −1 is a side left `open`: one, for whatever is left, or all that are not known yet. */
export const sizes = (
  initial: readonly number[],
  title: Words,
  { open }: { open: 'one' | 'all' } = { open: 'one' },
) => {
  const max = 1_000_000;
  const side = z
    .int()
    .min(-1)
    .max(max)
    .refine((size) => size !== 0);
  return z
    .array(side)
    .min(1)
    .max(MOST_AXES)
    .refine((all) => open === 'all' || all.filter((size) => size === -1).length <= 1)
    .default([...initial])
    .register(paramMeta, { title, control: { type: 'sizes', most: MOST_AXES, max, open } });
};

/** Yes or no. */
export const toggle = (initial: boolean, title: Words, extra: Extra = {}) =>
  z
    .boolean()
    .default(initial)
    .register(paramMeta, { title, control: { type: 'switch' }, ...extra });

/** One of a few named values. `options` maps each value to its title. */
export const choice = <const T extends string>(
  initial: NoInfer<T>,
  options: Readonly<Record<T, Words>>,
  title: Words,
  extra: Extra = {},
) => {
  const values = Object.keys(options) as [T, ...T[]];
  return z
    .enum(values)
    .default(() => initial)
    .register(paramMeta, {
      title,
      control: {
        type: 'choice',
        options: values.map((value) => ({ value, title: options[value] })),
      },
      ...extra,
    });
};

const deviation = z.number().min(0).max(1000);

/** How a weight tensor starts, as saved in a document. */
export const initialiserSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('normal'),
    mean: z.number().min(-1000).max(1000).default(0),
    deviation,
  }),
  z.object({ type: z.literal('uniform'), limit: deviation }),
  z.object({ type: z.literal('glorotNormal') }),
  z.object({ type: z.literal('glorotUniform') }),
  z.object({ type: z.literal('heNormal') }),
  z.object({ type: z.literal('heUniform') }),
  z.object({ type: z.literal('zeros') }),
  z.object({ type: z.literal('constant'), value: z.number().min(-1000).max(1000) }),
  z.object({ type: z.literal('values'), values: z.array(z.number()).max(1_000_000) }),
]);

type InitialiserParam = z.infer<typeof initialiserSchema>;

/** How a weight tensor starts. */
export const initialiser = (initial: InitialiserParam, title: Words, extra: Extra = {}) =>
  initialiserSchema
    .default(initial)
    .register(paramMeta, { title, control: { type: 'initialiser' }, ...extra });

/** Longest text of a parameter. */
const MAX_TEXT = 200_000;

/** A text that its kind reads, kept as it was typed. */
export const text = (
  initial: string,
  { read, lines = 1 }: { read: (text: string) => Result<unknown, TextProblem>; lines?: number },
  title: Words,
  extra: Extra = {},
) => {
  const problemIn = (typed: string): TextProblem | undefined => {
    const result = read(typed);
    return result.ok ? undefined : result.error;
  };
  return z
    .string()
    .max(MAX_TEXT)
    .default(initial)
    .register(paramMeta, { title, control: { type: 'text', lines, problemIn }, ...extra });
};
