import type { RandomState } from '../core/random.ts';
import type { OptimizerSettings } from '../document/training-schema.ts';

/** Weight values by node, in the order of the node's weight specs. */
export type WeightMap = Readonly<Record<string, readonly Float32Array[]>>;

/** Rows that one update, or one look, is computed on. */
export interface Batch {
  readonly rows: number;
  /** [rows, ...input] */
  readonly x: Float32Array;
  /** [rows, target width], encoded. */
  readonly y: Float32Array;
  /** Set when the same arrays are filled anew for every update. */
  readonly refilled?: true;
}

/** What stopped being a number. Node is the first in order whose output or weight is not finite. */
export interface NonFinite {
  readonly node: string;
  readonly where: 'weights' | 'output' | 'loss';
  /** Updates undone to get back to weights with a finite loss. */
  readonly stepsBack: number;
}

/**
 * One update taken apart, as the update itself computes it: layers that only train are switched on, and
 * penalties count. Nothing is changed by it.
 */
export interface Dissection {
  /** The batch's loss, in the loss's own unit, without penalties. */
  readonly loss: number;
  /** What the source and every layer give, by node: [rows, ...output]. */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** The loss's derivative by each of these numbers, by node: [rows, ...output], summed over a node's readers. */
  readonly gradients: Readonly<Record<string, Float64Array>>;
  /** The loss's derivative by every weight that is trained, by node, in the order of its weight specs. */
  readonly weightGradients: Readonly<Record<string, readonly (Float64Array | undefined)[]>>;
}

/** One number among the weights of a network. */
export interface WeightPlace {
  readonly node: string;
  readonly tensor: number;
  readonly index: number;
}

/** What a batch costs, with penalties, where one weight is larger or smaller by `by`. */
export interface Nudge {
  readonly by: number;
  readonly up: number;
  readonly down: number;
}

/** What an executor carries from one update to the next beside the weights. */
export interface Carried {
  /** Who can go on from it: executors of the same make. */
  readonly make: 'fused' | 'tfjs';
  /** The rule that remembers. */
  readonly optimizer: OptimizerSettings;
  /** What it remembers; empty where it does not, or where that was too much to keep. */
  readonly memory: Float32Array | Float64Array;
  /** Whether it remembers more than could be kept. */
  readonly isCut: boolean;
  /** Where the draws are that are made while training; missing before the first. */
  readonly draws: RandomState | undefined;
}

/**
 * A place for numbers on a sheet that others may write on too. A view of its own would take longer to make than
 * a few numbers to copy.
 */
export interface Spot<T extends Float32Array | Float64Array = Float32Array | Float64Array> {
  readonly sheet: T;
  readonly at: number;
  readonly length: number;
}

/** All that the next update depends on, beside its batch. */
export interface Capture {
  /** The weights as `planVector` lays them out. */
  readonly vector: Spot<Float32Array>;
  /** What the rule remembers; missing where it does not, or where that was too much to keep. */
  readonly memory: Spot | undefined;
  /** What is carried beside that; missing where nothing is. */
  readonly carried: Omit<Carried, 'memory'> | undefined;
}

/** Hands out places for captures: so many numbers, which nobody else writes to. What is there is not cleared. */
export interface Sheets {
  readonly floats: (length: number) => Spot<Float32Array>;
  readonly doubles: (length: number) => Spot<Float64Array>;
}

/** At once, or later: a fast executor is not made to wait for a slow one's promises. */
export type Eventual<T> = T | Promise<T>;

/** Runs one network. Everything it allocates dies with `dispose`. */
export interface Executor {
  /** Shown to the person: `wasm`, `cpu`. */
  readonly name: string;
  /**
   * One update. Returns the batch's loss before it, in the loss's own unit, without penalties; NaN
   * when the loss or a weight would stop being a number, and then nothing was updated.
   */
  step(batch: Batch): Eventual<number>;
  /**
   * Raw rows of a layer, the last one unless another is named: [rows, width], row-major. Layers that
   * only train are switched off.
   */
  forward(x: Float32Array, rows: number, node?: string): Eventual<Float32Array>;
  /** What each of the named layers gives for the same inputs, in one pass: [rows, ...output] each. */
  outputs(
    x: Float32Array,
    rows: number,
    nodes: readonly string[],
  ): Eventual<Readonly<Record<string, Float32Array>>>;
  /** Takes apart the update that `step` would make on a batch, with draws of its own. */
  dissect(batch: Batch): Eventual<Dissection>;
  /** Tries one weight larger and smaller on a copy, with the draws of `dissect`: what a finite difference needs. */
  nudge(batch: Batch, place: WeightPlace): Eventual<Nudge>;
  readWeights(): Eventual<WeightMap>;
  /** Keeps a moment to go on from. mostMemory: bytes that the rule's memory may take; a larger one is left out. */
  capture(sheets: Sheets, mostMemory: number): Eventual<Capture>;
  /**
   * Sets the weights of the named nodes; sizes must fit. The rule goes on from what was carried where that is of
   * this make and of the rule that is set; otherwise it starts without a past, as the draws do.
   */
  writeWeights(weights: WeightMap, carried?: Carried): void;
  /**
   * Lets every look be one at these weights, until `undefined` brings those back that train. The rule's
   * memory and the draws stay as they are. No update may be asked for meanwhile.
   */
  visit(weights: WeightMap | undefined): void;
  /** Changes the update rule. A new rate keeps the rule's memory; a new rule starts without one. */
  configure(optimizer: OptimizerSettings): void;
  /** From now on updates leave these numbers as they are, and no others; the rule sees gradients of 0 there. */
  freeze(places: readonly WeightPlace[]): void;
  /**
   * After a step that returned NaN: the losses in single precision if training went on regardless on
   * this batch, until one is not a number, at most so many. Leaves the weights as they are.
   */
  lossesBeyond(batch: Batch, most: number): Eventual<readonly number[]>;
  /** After a step that returned NaN: the last weights with a finite loss are put back, and why. */
  recover(batch: Batch): Eventual<NonFinite>;
  memory(): { readonly tensors: number; readonly bytes: number };
  dispose(): void;
}
