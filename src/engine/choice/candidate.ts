import type { Ir } from '../../compiler/ir.ts';
import type { Executor } from '../executor.ts';

/** The ways to run a network, in the order in which they are tried. */
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
  readonly obstacle: (ir: Ir, batchRows: number) => Obstacle | undefined;
  /** Whether the machine has it; asked once. */
  readonly absence: () => Promise<Absence | undefined>;
  /** Ready for batches of so many rows; weights are yet to be set. */
  readonly create: (ir: Ir, batchRows: number) => Promise<Executor>;
  /** An update takes at least this long however small the network is, in ms. */
  readonly least: number;
  /** Whether its numbers are held against the reference before it may be chosen. */
  readonly checked: boolean;
}

/** What became of a candidate. */
export type Trial = { readonly name: ExecutorName } & (
  | { readonly outcome: 'timed'; readonly stepsPerSecond: number }
  | { readonly outcome: Obstacle }
  | { readonly outcome: Absence }
  /** Not timed: it could not have been faster. */
  | { readonly outcome: 'hopeless' }
  /** Its numbers differ from the reference's by this share of the largest. */
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
