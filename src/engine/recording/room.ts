import type { Network } from '../../compiler/ir.ts';
import { sizeOf } from '../../core/shape.ts';

/** What a recording may take, in bytes: 64 MB. */
export const RECORDING_BYTES = 64 * 1024 * 1024;
/** What a moment takes beside its numbers, in bytes. */
const MOMENT_BYTES = 700;
/** A run of which fewer moments could be kept is not recorded. */
const FEWEST_MOMENTS = 8;

/** What a moment of a network takes without what its rule remembers, in bytes. */
export function bareBytes({ nodes }: Network): number {
  let numbers = 0;
  for (const { weights } of nodes) for (const { shape } of weights) numbers += sizeOf(shape);
  return MOMENT_BYTES + Float32Array.BYTES_PER_ELEMENT * numbers;
}

/** Whether enough moments of a network fit into so many bytes for its runs to be recorded. */
export const fitsRecording = (network: Network, most = RECORDING_BYTES): boolean =>
  most >= FEWEST_MOMENTS * bareBytes(network);
