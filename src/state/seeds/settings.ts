import * as z from 'zod';
import type { Catalogue } from '../../compiler/resolve.ts';
import type { Words } from '../../core/words.ts';
import type { Command } from '../../document/commands.ts';
import type { GraphDocument } from '../../document/schema.ts';
import { optimizerTypes, trainingLimits } from '../../document/training-schema.ts';
import { initialiserSchema, type ParamMeta, paramMeta } from '../../layers/params.ts';

/** Ways to start that a sweep compares, by their type in a document. */
export const startTypes = [
  'normal',
  'glorotUniform',
  'glorotNormal',
  'heUniform',
  'heNormal',
  'zeros',
] as const;

/** What a setting is called: a text of the page, or a node's parameter. */
type SettingName =
  | {
      readonly of: 'training';
      readonly text: 'learningRate' | 'optimizer' | 'momentum' | 'batchSize';
    }
  | { readonly of: 'starts' }
  | { readonly of: 'node'; readonly node: string; readonly title: Words };

/** Values that a setting can have. */
export type SettingValues =
  | {
      readonly type: 'numbers';
      readonly min: number;
      readonly max: number;
      readonly whole: boolean;
      readonly usual: readonly number[];
    }
  | { readonly type: 'optimizers' | 'starts' | 'switch'; readonly usual: readonly string[] }
  | {
      readonly type: 'choices';
      readonly usual: readonly string[];
      readonly titles: Readonly<Record<string, Words>>;
    };

/** A setting that a sweep can vary. */
export interface Setting {
  readonly key: string;
  readonly name: SettingName;
  readonly values: SettingValues;
  /** What gives it a value. */
  readonly commands: (value: number | string) => readonly Command[];
}

/** Every number and every choice of a document that a sweep can vary, the training's first. */
export function settingsOf(document: GraphDocument, catalogue: Catalogue): readonly Setting[] {
  return [
    ...trainingSettings(document),
    ...startSettings(document, catalogue),
    ...nodeSettings(document, catalogue),
  ];
}

function trainingSettings({ training }: GraphDocument): Setting[] {
  const { optimizer } = training;
  const { learningRate: rate } = optimizer;
  const inRule = (key: 'learningRate' | 'momentum', usual: readonly number[]): Setting => ({
    key,
    name: { of: 'training', text: key },
    values: { type: 'numbers', ...trainingLimits[key], whole: false, usual },
    commands: (value) => [
      { type: 'setTraining', training: { optimizer: { ...optimizer, [key]: Number(value) } } },
    ],
  });
  const rates = [0.1, 0.3, 1, 3, 10].map((share) => Number((rate * share).toPrecision(2)));
  const hasMomentum = optimizer.type === 'momentum' || optimizer.type === 'nesterov';
  return [
    inRule('learningRate', within(rates, trainingLimits.learningRate)),
    {
      key: 'optimizer',
      name: { of: 'training', text: 'optimizer' },
      values: { type: 'optimizers', usual: optimizerTypes },
      commands: (value) => {
        const type = optimizerTypes.find((each) => each === value) ?? optimizer.type;
        return [{ type: 'setTraining', training: { optimizer: { ...optimizer, type } } }];
      },
    },
    ...(hasMomentum ? [inRule('momentum', [0, 0.5, 0.9, 0.99])] : []),
    {
      key: 'batchSize',
      name: { of: 'training', text: 'batchSize' },
      values: {
        type: 'numbers',
        ...trainingLimits.batchSize,
        whole: true,
        usual: [1, 2, 4, 16, 64],
      },
      commands: (value) => [{ type: 'setTraining', training: { batchSize: Number(value) } }],
    },
  ];
}

/** How all layers start together: what is drawn, and what begins at zero beside it. */
function startSettings({ graph }: GraphDocument, { layers }: Catalogue): Setting[] {
  const places = Object.entries(graph.nodes).flatMap(([id, { kind }]) =>
    initialisersOf(layers.get(kind)?.params.shape).map(([name, usual]) => ({ id, name, usual })),
  );
  const commands = (value: number | string): Command[] =>
    places.flatMap(({ id, name, usual }): Command[] => {
      // What begins at zero is drawn along with N(0, 1), as in the labs, and else is not drawn at all.
      const isDrawn = usual !== 'zeros' && usual !== 'constant';
      if (!isDrawn && usual !== 'zeros') return [];
      const start = isDrawn || value === 'normal' ? startOf(value) : { type: 'zeros' };
      return [{ type: 'setParams', id, params: { [name]: start } }];
    });
  if (!places.some(({ usual }) => usual !== 'zeros' && usual !== 'constant')) return [];
  return [
    {
      key: 'starts',
      name: { of: 'starts' },
      values: { type: 'starts', usual: startTypes },
      commands,
    },
  ];
}

function nodeSettings({ graph }: GraphDocument, { layers }: Catalogue): Setting[] {
  return Object.entries(graph.nodes).flatMap(([node, { kind, params }]) => {
    const schema = layers.get(kind)?.params;
    const parsed = schema?.safeParse(params);
    if (!schema || !parsed?.success) return [];
    const now = parsed.data as Readonly<Record<string, unknown>>;
    return Object.entries(schema.shape).flatMap(([name, part]): Setting[] => {
      const meta = paramMeta.get(part);
      if (!meta || meta.when?.(now) === false || meta.datasetOption !== undefined) return [];
      const values = valuesOf(meta, now[name]);
      if (!values) return [];
      const isStart = values.type === 'starts';
      const isSwitch = values.type === 'switch';
      return [
        {
          key: `${node}.${name}`,
          name: { of: 'node', node, title: meta.title },
          values,
          commands: (value) => {
            const next = isStart ? startOf(value) : isSwitch ? value === 'on' : value;
            return [{ type: 'setParams', id: node, params: { [name]: next } }];
          },
        },
      ];
    });
  });
}

function valuesOf({ control }: ParamMeta, now: unknown): SettingValues | undefined {
  switch (control.type) {
    case 'count': {
      const { min, max } = control;
      const current = Number(now);
      const near =
        current <= 8
          ? [1, 2, 3, 4, 8]
          : [0.25, 0.5, 1, 2].map((share) => Math.round(current * share));
      return { type: 'numbers', min, max, whole: true, usual: within(near, control) };
    }
    case 'number': {
      const { min, max } = control;
      const narrow = max - min <= 1;
      const spread = narrow
        ? [0, 0.25, 0.5, 0.75, 1].map((share) => Number((min + share * (max - min)).toPrecision(3)))
        : [0.25, 0.5, 1, 2, 4].map((share) => Number((Number(now) * share).toPrecision(3)));
      return { type: 'numbers', min, max, whole: false, usual: within(spread, control) };
    }
    case 'choice': {
      const titles = Object.fromEntries(control.options.map(({ value, title }) => [value, title]));
      return { type: 'choices', usual: Object.keys(titles), titles };
    }
    case 'switch':
      return { type: 'switch', usual: ['off', 'on'] };
    case 'initialiser':
      return { type: 'starts', usual: startTypes };
    default:
      return undefined;
  }
}

/** A start as a document has it. */
const startOf = (value: number | string): object =>
  value === 'normal' ? { type: 'normal', mean: 0, deviation: 1 } : { type: value };

/** The parameters that say how tensors start, with how they start by themselves. */
function initialisersOf(shape: z.core.$ZodShape = {}): [string, string][] {
  return Object.entries(shape).flatMap(([name, part]): [string, string][] => {
    if (paramMeta.get(part)?.control.type !== 'initialiser') return [];
    const usual = initialiserSchema.safeParse(z.safeParse(part, undefined).data);
    return usual.success ? [[name, usual.data.type]] : [];
  });
}

const within = (
  values: readonly number[],
  { min, max }: { readonly min: number; readonly max: number },
): number[] => [...new Set(values.filter((value) => value >= min && value <= max))];
