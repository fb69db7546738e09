import type { Task } from './trial.ts';

/**
 * What the time of an update depends on: kinds, shapes, plain parameters and wires, the rows of a batch
 * and the update rule. Networks that differ in names and starting weights alone share a key.
 */
export function taskKey({ ir, batch, optimizer }: Task): string {
  const places = new Map(ir.nodes.map(({ id }, i) => [id, i]));
  const nodes = ir.nodes.map(({ kind, params, inputs, inputShapes, outputShape }) => [
    kind,
    inputs.map((id) => places.get(id) ?? -1),
    inputShapes,
    outputShape,
    Object.entries(params).filter(([, value]) => typeof value !== 'object'),
  ]);
  const { type, on, stability } = ir.loss.spec;
  return JSON.stringify([nodes, [type, on, stability], batch.rows, optimizer.type]);
}
