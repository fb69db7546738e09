import { isTrainable, type Network } from '../../compiler/ir.ts';
import { sizeOf } from '../../core/shape.ts';
import type { Candidate } from '../choice/candidate.ts';
import { canFuse, createFusedExecutor, fitsArena } from './executor.ts';

/**
 * Products of weights and rows in one pass, from which on tfjs is faster: its product works in single
 * precision, and what it costs to hand out operations no longer counts.
 */
const MOST_PRODUCTS = 20_000_000;

/** Typed arrays for networks of plain layers. There on every machine; its numbers are held by tests. */
export const fusedCandidate: Candidate = {
  name: 'fused',
  obstacle: (ir, batchRows) => {
    if (!isTrainable(ir) || !canFuse(ir)) return 'unable';
    const isLarge = weightsOf(ir) * batchRows > MOST_PRODUCTS || !fitsArena(ir, batchRows);
    return isLarge ? 'large' : undefined;
  },
  absence: () => Promise.resolve(undefined),
  activate: () => Promise.resolve(),
  create: async (ir, batchRows) => {
    if (!isTrainable(ir)) throw new Error('a network without a loss is not fused');
    return createFusedExecutor(ir, batchRows);
  },
  least: 0,
  checked: false,
};

const weightsOf = (ir: Network): number =>
  ir.nodes.flatMap(({ weights }) => weights).reduce((total, { shape }) => total + sizeOf(shape), 0);
