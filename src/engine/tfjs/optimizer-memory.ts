import type { Optimizer, Variable } from '@tensorflow/tfjs-core';
import type { Tf } from '../../layers/define-layer.ts';

type Core = Tf['core'];

/**
 * All variables of an optimiser, in the order of its fields: what it remembers of every weight, and the powers
 * that it counts by. tfjs's own `getWeights` knows neither Adamax nor the exact powers of Adam.
 */
export function memoryIn(core: Core, optimizer: Optimizer): Variable[] {
  const isVariable = (value: unknown): value is Variable => value instanceof core.Variable;
  return Object.values(optimizer).flatMap((field: unknown) => {
    if (isVariable(field)) return [field];
    if (!Array.isArray(field)) return [];
    return field.map((each: { readonly variable?: unknown }) => each?.variable).filter(isVariable);
  });
}

/**
 * Lets an optimiser without a past remember what one of the same rule did. trainable: the weights that it
 * changes; they stay as they are. False where the memory has another size: then its past is one empty update.
 */
export function writeMemory(
  core: Core,
  optimizer: Optimizer,
  trainable: readonly Variable[],
  memory: Float32Array | Float64Array,
): boolean {
  let fits = false;
  core.tidy(() => {
    // With its first update it lays out what it remembers by. Nothing moves where no gradient is.
    optimizer.applyGradients(
      Object.fromEntries(trainable.map((weight) => [weight.name, core.zerosLike(weight)])),
    );
    const variables = memoryIn(core, optimizer);
    fits = memory.length === variables.reduce((sum, { size }) => sum + size, 0);
    if (!fits) return;
    let at = 0;
    for (const variable of variables) {
      variable.assign(core.tensor(memory.slice(at, at + variable.size), variable.shape, 'float32'));
      at += variable.size;
    }
  });
  return fits;
}
