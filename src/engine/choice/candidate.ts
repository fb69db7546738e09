import type { Network } from '../../compiler/ir.ts';
import type { Executor } from '../executor.ts';

/** The ways to run a network, in the order in which they are shown. */
export const executorNames = ['fused', 'webgpu', 'webgl', 'wasm', 'cpu'] as const;

/** A way to run a network. */
export type ExecutorName = (typeof executorNames)[number];

/** Why a way to run is not there: the machine has none, or draws in software, which is slower than wasm. */
export type Absence = 'missing' | 'software';

/** Why a network cannot run somewhere: a layer that is not known there, or a size it is not made for. */
export type Obstacle = 'unable' | 'large';

/** A way to run networks, before it is known whether it is any good on this machine. */
export interface Candidate {
  readonly name: ExecutorName;
  /** Why a network cannot run here with batches of so many rows, as far as it shows beforehand. */
  readonly obstacle: (ir: Network, batchRows: number) => Obstacle | undefined;
  /** Whether the machine has it, without starting it. */
  readonly absence: () => Promise<Absence | undefined>;
  /** Ready for batches of so many rows; weights are yet to be set. */
  readonly create: (ir: Network, batchRows: number) => Promise<Executor>;
  /** Makes its executors the ones that work again, after another candidate was tried. */
  readonly activate: () => Promise<void>;
  /** An update takes at least this long however small the network is, in ms. */
  readonly least: number;
  /** Whether its numbers are held against the reference before it may run. */
  readonly checked: boolean;
}

/** What became of a candidate. */
export type Trial = { readonly name: ExecutorName } & (
  | { readonly outcome: 'timed'; readonly stepsPerSecond: number }
  | { readonly outcome: Obstacle }
  | { readonly outcome: Absence }
  /** It would have taken longer to time than it is worth. */
  | { readonly outcome: 'untimed' }
  /** Its numbers differ from the reference's by this share. */
  | { readonly outcome: 'wrong'; readonly off: number }
  | { readonly outcome: 'died'; readonly detail: string }
);

/** Which executor runs, and what was found about the others. */
export interface Choice {
  readonly name: ExecutorName;
  /** Fastest first, then those that were not timed. */
  readonly trials: readonly Trial[];
  /** Whether the person named it. */
  readonly forced: boolean;
}
