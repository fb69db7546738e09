import type { Random } from '../../core/random.ts';
import type { Arena } from './arena.ts';

/** Values of a node for a batch and, where it is wanted, the loss's gradient: [rows, width] each. */
export interface Port {
  readonly values: Float64Array;
  readonly gradient: Float64Array | undefined;
  /** Values of one sample. */
  readonly width: number;
}

/** One weight tensor, row-major. `gradient` is missing for a tensor that is not trained. */
export interface Weight {
  readonly values: Float64Array;
  readonly gradient: Float64Array | undefined;
}

/** The memory that an operation works on, laid out before the first step. */
export interface Workspace {
  readonly arena: Arena;
  readonly inputs: readonly Port[];
  readonly output: Port;
  readonly weights: readonly Weight[];
  /** Size of the last axis of the first input. */
  readonly channels: number;
  /** Draws that are made while training. */
  readonly random: () => Random;
}

/** One operation on its workspace. Neither half allocates. */
export interface Kernel {
  /** Fills the output from the inputs. */
  forward(rows: number, training: boolean): void;
  /** Fills the gradients of inputs and weights from the output's; called after a training `forward`. */
  backward(rows: number): void;
}

/** The single input of an operation that has one. */
export function soleInput({ inputs }: Workspace): Port {
  const [input] = inputs;
  if (!input) throw new Error('an operation without an input');
  return input;
}

/** The gradient that flows into an operation. A kernel that is run backward has one. */
export const incoming = ({ output }: Workspace): Float64Array => output.gradient ?? nothing;

const nothing = new Float64Array(0);
