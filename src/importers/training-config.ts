import { shortestSingle } from '../core/single.ts';
import { type OptimizerSettings, trainingLimits } from '../document/training-schema.ts';
import type { LossKind } from '../layers/define-layer.ts';
import { isObject, type Json, objectAt, own, textAt, tidyText } from './json.ts';
import type { Note } from './report.ts';

/** What a model was compiled with, as far as this page has it. */
export interface CompiledWith {
  readonly optimizer: OptimizerSettings | undefined;
  /** Parameters of a loss. */
  readonly loss: Readonly<Record<string, unknown>> | undefined;
  readonly notes: readonly Note[];
  /** Names of options that were not taken over. */
  readonly left: readonly string[];
}

/** Reads how a model is trained: Keras 3's `compile_config`, or `training_config` of older files. */
export function readCompiled(config: Json, kind: LossKind | undefined): CompiledWith {
  const notes: Note[] = [];
  const rule = own(config, 'optimizer') ?? own(config, 'optimizer_config');
  const optimizer = rule === undefined ? undefined : readOptimizer(rule);
  if (rule && !optimizer) notes.push({ code: 'optimizer', name: nameOf(rule) });
  const wanted = single(own(config, 'loss'));
  const loss = wanted === undefined ? undefined : readLoss(wanted, kind);
  if (wanted && !loss) notes.push({ code: 'loss', name: nameOf(wanted) });
  const left = [...(optimizer ? leftOfRule(rule) : []), ...(loss ? leftOfLoss(wanted) : [])];
  return { optimizer, loss, notes, left };
}

/** The only entry of a list or of a table by outputs; what it is not in one. */
function single(value: unknown): unknown {
  if (value === null) return undefined;
  const listed = Array.isArray(value)
    ? value
    : isObject(value) && !('class_name' in value)
      ? Object.values(value)
      : [value];
  return listed.length === 1 ? listed[0] : undefined;
}

const nameOf = (value: unknown): string =>
  tidyText(
    typeof value === 'string' ? value : isObject(value) ? textAt(value, 'class_name') : '',
    60,
  );

function readLoss(
  value: unknown,
  kind: LossKind | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const config = isObject(value) ? objectAt(value, 'config') : {};
  const plain = nameOf(value).toLowerCase();
  const name = plain === 'function' && isObject(value) ? textAt(value, 'config') : plain;
  return kind?.fromKeras(name.replaceAll('_', ''), own(config, 'from_logits') === true);
}

/** Values of options of update rules that change nothing here; any other value is left out. */
const harmless: Readonly<Record<string, readonly unknown[]>> = {
  weight_decay: [null, false, 0],
  decay: [null, 0],
  clipnorm: [null],
  clipvalue: [null],
  global_clipnorm: [null],
  use_ema: [false],
  amsgrad: [false],
  centered: [false],
  beta_1: [0.9],
  beta_2: [0.999],
  epsilon: [null, 1e-7],
};
/** The same of one rule. */
const harmlessOf: ReadonlyMap<string, typeof harmless> = new Map<string, typeof harmless>([
  ['rmsprop', { rho: [0.9], momentum: [0] }],
  ['adadelta', { rho: [0.95] }],
  ['adagrad', { initial_accumulator_value: [0.1] }],
]);

/** Options of an update rule that this page does not have. */
function leftOfRule(rule: unknown): string[] {
  if (!isObject(rule)) return [];
  const config = objectAt(rule, 'config');
  const values = { ...harmless, ...harmlessOf.get(nameOf(rule).toLowerCase()) };
  const left = Object.entries(values).flatMap(([option, fine]) => {
    const value = own(config, option);
    return value === undefined || fine.some((each) => isLike(each, value)) ? [] : [option];
  });
  // Of a rate that falls over time only the start is taken.
  return isObject(own(config, 'learning_rate')) ? ['learning_rate', ...left] : left;
}

function leftOfLoss(loss: unknown): string[] {
  const smoothing = isObject(loss) ? own(objectAt(loss, 'config'), 'label_smoothing') : undefined;
  return typeof smoothing === 'number' && smoothing !== 0 ? ['label_smoothing'] : [];
}

/** Equal, or equal in single precision, in which some files have their numbers. */
const isLike = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'number' && typeof b === 'number' && Math.fround(a) === Math.fround(b));

/** Rates that Keras starts from where none is given. */
const usualRate: ReadonlyMap<string, number> = new Map([['sgd', 0.01]]);

function readOptimizer(value: unknown): OptimizerSettings | undefined {
  const config = isObject(value) ? objectAt(value, 'config') : {};
  const name = nameOf(value).toLowerCase();
  const given = own(config, 'learning_rate') ?? own(config, 'lr');
  // A rate that falls over time starts somewhere.
  const rate = isObject(given) ? own(objectAt(given, 'config'), 'initial_learning_rate') : given;
  const { min, max } = trainingLimits.learningRate;
  const learningRate = shortestSingle(
    typeof rate === 'number' && rate >= min && rate <= max ? rate : (usualRate.get(name) ?? 0.001),
  );
  const share = own(config, 'momentum');
  const momentum =
    typeof share === 'number' && share > 0 && share <= trainingLimits.momentum.max ? share : 0;
  switch (name) {
    case 'sgd':
      if (momentum === 0) return { type: 'sgd', learningRate, momentum: 0.9 };
      return {
        type: own(config, 'nesterov') === true ? 'nesterov' : 'momentum',
        learningRate,
        momentum: shortestSingle(momentum),
      };
    case 'momentum':
      return { type: 'momentum', learningRate, momentum: shortestSingle(momentum || 0.9) };
    case 'rmsprop':
    case 'adagrad':
    case 'adadelta':
    case 'adam':
    case 'adamax':
      return { type: name, learningRate, momentum: 0.9 };
    default:
      return undefined;
  }
}
