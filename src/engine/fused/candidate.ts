import type { Candidate } from '../choice/candidate.ts';
import { canFuse, createFusedExecutor } from './executor.ts';

/** Typed arrays for networks of plain layers. There on every machine; its numbers are held by tests. */
export const fusedCandidate: Candidate = {
  name: 'fused',
  canRun: canFuse,
  absence: () => Promise.resolve(undefined),
  create: (ir, batchRows) => Promise.resolve(createFusedExecutor(ir, batchRows)),
  least: 0,
  checked: false,
};
