import { createRandom, type Random, randomAt } from '../core/random.ts';
import { type OptimizerSettings, sameRule } from '../document/training-schema.ts';
import type { Carried } from './executor.ts';

type Make = Carried['make'];

/** What a rule remembers from what was carried: nothing where that is of another make or of another rule. */
export const memoryOf = (
  carried: Carried | undefined,
  make: Make,
  optimizer: OptimizerSettings,
): Carried['memory'] | undefined =>
  carried?.make === make && sameRule(carried.optimizer, optimizer) && carried.memory.length > 0
    ? carried.memory
    : undefined;

/** Draws made while training: independent of the weights, the same after every reset, or as they were carried. */
export const drawsFrom = (carried?: Carried, make?: Make): Random =>
  carried?.draws && carried.make === make ? randomAt(carried.draws) : createRandom(0).fork('draws');
