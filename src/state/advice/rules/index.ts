import type { Rule } from '../advice.ts';
import { dead } from './dead.ts';
import { diverging } from './diverging.ts';
import { oscillating } from './oscillating.ts';
import { overfitting } from './overfitting.ts';
import { saturated } from './saturated.ts';
import { stuck } from './stuck.ts';
import { unbalanced } from './unbalanced.ts';
import { unscaled } from './unscaled.ts';

/** Every rule that watches a run, causes before what follows from them. */
export const rules: readonly Rule[] = [
  unscaled,
  unbalanced,
  diverging,
  oscillating,
  stuck,
  saturated,
  dead,
  overfitting,
];
