import { isTrainable, type Network } from '../../compiler/ir.ts';
import type { OptimizerSettings } from '../../document/training-schema.ts';
import type { Batch, Executor, WeightMap } from '../executor.ts';
import type { Candidate } from './candidate.ts';

/** What candidates are tried on: the real network, from its real start, with a real batch. */
export interface Task {
  readonly ir: Network;
  readonly weights: WeightMap;
  readonly batch: Batch;
  readonly optimizer: OptimizerSettings;
}

/** Too small to lead anywhere: a trial must not diverge. */
const TINY_RATE = 1e-6;

/** A candidate with the network on it, from its real start. */
export async function prepare(
  candidate: Candidate,
  { ir, weights, optimizer, batch }: Task,
): Promise<Executor> {
  const executor = await candidate.create(ir, batch.rows);
  try {
    executor.writeWeights(weights);
    executor.configure({ ...optimizer, learningRate: TINY_RATE });
    return executor;
  } catch (error) {
    executor.dispose();
    throw error;
  }
}

/**
 * What the time of an update depends on: kinds, shapes, parameters and wires, the rows of a batch and the
 * update rule. Networks that differ in names and starting weights alone share a key.
 */
export function taskKey({ ir, batch, optimizer }: Task): string {
  const places = new Map(ir.nodes.map(({ id }, i) => [id, i]));
  const nodes = ir.nodes.map(({ kind, params, inputs, inputShapes, outputShape, weights }) => [
    kind,
    inputs.map((id) => places.get(id) ?? -1),
    inputShapes,
    outputShape,
    weights.map(({ shape }) => shape),
    // How weights start is the one parameter that is an object and no list.
    Object.entries(params).filter(([, value]) => typeof value !== 'object' || Array.isArray(value)),
  ]);
  return JSON.stringify([nodes, lossKey(ir), batch.rows, optimizer.type]);
}

/** What of a loss decides its arithmetic. */
export const lossKey = (network: Network): string => {
  if (!isTrainable(network)) return 'none';
  const { type, on, stability } = network.loss.spec;
  return `${type} ${on} ${stability}`;
};
