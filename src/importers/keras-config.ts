import type { Initialiser } from '../core/weights.ts';
import { MAX_FOREIGN } from '../document/schema.ts';
import type { KerasConfig } from '../layers/keras.ts';
import { isObject, type Json, objectAt, own, textAt, tidyText } from './json.ts';

/** An option that a kind does not have, as it stands in the file. */
export interface Refusal {
  readonly option: string;
  readonly value: string;
}

/** A config that a kind reads, and what came of it. `rank`: axes of the layer's input, where known. */
export function createConfig(
  config: Json,
  rank: number | undefined,
): {
  readonly config: KerasConfig;
  readonly refusals: readonly Refusal[];
  /** Tensors that start in a way that this page does not have. */
  readonly otherStarts: () => number;
  /** Options that are taken, and mean something a little other here. */
  readonly different: readonly string[];
} {
  const refusals: Refusal[] = [];
  let otherStarts = 0;
  const different: string[] = [];
  const given = (option: string): unknown => own(config, option) ?? undefined;
  const refuse = (option: string): void => {
    const value = tidyText(JSON.stringify(own(config, option)) ?? '–', MAX_FOREIGN);
    refusals.push({ option: tidyText(option, MAX_FOREIGN), value });
  };
  const numbers = (option: string): number[] | undefined => {
    const value = given(option);
    const flat = (Array.isArray(value) ? value.flat() : [value]) as unknown[];
    return flat.every(isNumber) ? flat : undefined;
  };
  const several = (option: string, usual: number | undefined): number[] => {
    if (given(option) === undefined && usual !== undefined) return [usual];
    const found = numbers(option);
    if (found && found.length > 0) return found;
    refuse(option);
    return [usual ?? 1];
  };
  const reader: KerasConfig = {
    number: (option, usual) => {
      const value = given(option) ?? usual;
      if (isNumber(value)) return value;
      refuse(option);
      return usual ?? 1;
    },
    pair: (option, usual) => {
      const all = several(option, usual);
      const [first = 1, second = first, third, fourth] = all;
      if (third === undefined) return [first, second];
      // A border on each of four sides: above, below, left, right.
      if (all.length !== 4 || first !== second || third !== fourth) refuse(option);
      return [first, third];
    },
    side: (option, usual) => {
      const [first = 1, ...others] = several(option, usual);
      if (others.some((other) => other !== first)) refuse(option);
      return first;
    },
    word: (option, choices) => {
      const value = given(option) ?? choices[0];
      const choice = choices.find((each) => each === value);
      if (choice === undefined) refuse(option);
      return choice ?? (choices[0] as (typeof choices)[number]);
    },
    flag: (option, usual) => {
      const value = given(option) ?? usual;
      if (typeof value !== 'boolean') refuse(option);
      return value === true;
    },
    sizes: (option) => {
      const value = given(option);
      if (!Array.isArray(value) || !value.every((side) => side === null || isNumber(side))) {
        refuse(option);
        return [];
      }
      return value.map((side: number | null) => side ?? -1);
    },
    start: (option) => {
      const value = given(option);
      if (value === undefined) return undefined;
      const start = readStart(value);
      if (!start) otherStarts += 1;
      return start;
    },
    penalty: (option) => {
      const value = given(option);
      const penalty = value === undefined ? none : readPenalty(value);
      if (!penalty) refuse(option);
      return penalty ?? none;
    },
    has: (option) => given(option) !== undefined,
    plain: (options) => {
      for (const [option, harmless] of Object.entries(options)) {
        const value = given(option);
        const same = (each: unknown): boolean => JSON.stringify(each) === JSON.stringify(value);
        if (value !== undefined && !harmless.some(same)) refuse(option);
      }
    },
    lastAxis: (option) => {
      const value = given(option) ?? -1;
      const axis: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
      if (axis !== -1 && !(isNumber(axis) && axis > 0 && axis === (rank ?? axis))) refuse(option);
    },
    refuse,
    differs: (option) => {
      const value = tidyText(String(own(config, option)), MAX_FOREIGN);
      different.push(`${option} = ${value}`);
    },
  };
  return { config: reader, refusals, otherStarts: () => otherStarts, different };
}

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

const none = { l1: 0, l2: 0 };

/** A penalty on weights, from `{"class_name": "L2", "config": {"l2": 0.01}}`. */
function readPenalty(value: unknown): { l1: number; l2: number } | undefined {
  if (!isObject(value) || !/^l1_?l2$|^l[12]$/i.test(textAt(value, 'class_name'))) return undefined;
  const config = objectAt(value, 'config');
  const share = (name: string): number => {
    const given = own(config, name) ?? own(config, 'l');
    return isNumber(given) && new RegExp(name, 'i').test(textAt(value, 'class_name')) ? given : 0;
  };
  return { l1: share('l1'), l2: share('l2') };
}

/** How a tensor starts, from a name or from a class with its config. */
function readStart(value: unknown): Initialiser | undefined {
  const name =
    typeof value === 'string' ? value : isObject(value) ? textAt(value, 'class_name') : '';
  const config = isObject(value) ? objectAt(value, 'config') : {};
  const figure = (option: string, usual: number): number => {
    const given = own(config, option);
    return isNumber(given) ? given : usual;
  };
  switch (name.toLowerCase().replaceAll('_', '')) {
    case 'zeros':
    case 'zero':
      return { type: 'zeros' };
    case 'ones':
    case 'one':
      return { type: 'constant', value: 1 };
    case 'constant':
      return { type: 'constant', value: figure('value', 0) };
    case 'glorotuniform':
      return { type: 'glorotUniform' };
    case 'glorotnormal':
      return { type: 'glorotNormal' };
    case 'heuniform':
      return { type: 'heUniform' };
    case 'henormal':
      return { type: 'heNormal' };
    case 'randomnormal':
      return { type: 'normal', mean: figure('mean', 0), deviation: figure('stddev', 0.05) };
    case 'randomuniform': {
      const [low, high] = [figure('minval', -0.05), figure('maxval', 0.05)];
      return low === -high ? { type: 'uniform', limit: high } : undefined;
    }
    case 'variancescaling':
      return scaledStart(
        figure('scale', 1),
        textAt(config, 'mode'),
        textAt(config, 'distribution'),
      );
    default:
      return undefined;
  }
}

/** The named rules are cases of one: a variance of scale over the number of inputs or of both ends. */
function scaledStart(scale: number, mode: string, distribution: string): Initialiser | undefined {
  const uniform = distribution === 'uniform';
  if (scale === 1 && /^fan_?avg$/i.test(mode)) {
    return { type: uniform ? 'glorotUniform' : 'glorotNormal' };
  }
  if (scale === 2 && /^fan_?in$/i.test(mode)) return { type: uniform ? 'heUniform' : 'heNormal' };
  return undefined;
}
