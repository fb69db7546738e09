import type { Ir } from '../../compiler/ir.ts';
import type { Training } from '../../document/training-schema.ts';
import type { PlaneGrid } from '../pictures/plane.ts';

/** A network and how it is trained, from many starts. */
export interface SeedPlan {
  readonly ir: Ir;
  /** Its own seed is not read: every start has one. */
  readonly training: Training;
  /** Updates of each start. */
  readonly updates: number;
}

/** What every start of a plan has in common. */
export interface SeedTerms {
  /** Updates after which a start is measured: 0, 1, 2 …, then ever farther apart; the last one is the end. */
  readonly looks: Uint32Array;
  /** Training rows that are measured. */
  readonly rows: number;
  /** They are an even sample of many more. */
  readonly sampled: boolean;
  /** Rows are classed right or wrong; if not, the loss alone says how good a start is. */
  readonly classes: boolean;
  /** Loss of one who always answers the labels' mean, where labels are numbers; in the loss's own unit. */
  readonly idle: number | undefined;
  /** What runs the network: `fused`, `wasm`, `cpu`. */
  readonly executor: string;
  /** Time of one update, in ms. */
  readonly updateTime: number;
}

/** What became of one start. */
export interface SeedResult {
  readonly seed: number;
  /** Updates that were carried out and kept: fewer than planned where a number stopped being one. */
  readonly step: number;
  /** A number stopped being one. */
  readonly broke: boolean;
  /** Training loss at each look, in the loss's own unit. Fewer than planned where it broke. */
  readonly loss: Float32Array;
  /** Rows classed right at each look; empty where labels are numbers. */
  readonly right: Uint32Array;
  /** What it answers over the plane of its inputs, at the end; for networks of two inputs. */
  readonly portrait: PlaneGrid | undefined;
}

/** How much farther every look lies than the one before. */
const STRIDE = 1.01;
/** A look takes about this many updates' time at most, so that looking stays a small part of the work. */
const STRIDE_A_BATCH = 0.002;

/**
 * Updates at which a start is measured, when measuring costs as much as so many updates. With a cost of one
 * or less, looks are 1 % apart, each of the first hundred updates among them.
 */
export function planLooks(updates: number, cost: number): Uint32Array {
  const stride = Math.max(STRIDE, 1 + STRIDE_A_BATCH * cost);
  const looks = [0];
  for (
    let at = 1;
    at < updates;
    at = Math.max(at + Math.max(1, Math.floor(cost)), Math.ceil(at * stride))
  )
    looks.push(at);
  return Uint32Array.from([...looks, updates]);
}
