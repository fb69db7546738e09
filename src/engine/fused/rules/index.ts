import type { OptimizerSettings } from '../../../document/training-schema.ts';
import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamax } from './adamax.ts';
import { momentum } from './momentum.ts';
import { rmsprop } from './rmsprop.ts';
import type { Parameters, Rule } from './rule.ts';
import { sgd } from './sgd.ts';

const rules: Readonly<
  Record<OptimizerSettings['type'], (parameters: Parameters, share: number) => Rule>
> = {
  sgd,
  momentum: (parameters, share) => momentum(parameters, share, false),
  nesterov: (parameters, share) => momentum(parameters, share, true),
  rmsprop,
  adagrad,
  adadelta,
  adam,
  adamax,
};

/** An update rule without a past. */
export const createRule = (settings: OptimizerSettings, parameters: Parameters): Rule =>
  rules[settings.type](parameters, settings.momentum);
