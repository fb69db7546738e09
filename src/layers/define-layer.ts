import type * as TfCore from '@tensorflow/tfjs-core';
import type * as TfLayers from '@tensorflow/tfjs-layers';
import type * as z from 'zod';
import type { Derivative } from '../core/derivative.ts';
import type { LossSpec } from '../core/loss.ts';
import type { Operation } from '../core/operation.ts';
import type { Preparation } from '../core/preparation.ts';
import type { Reading } from '../core/reading.ts';
import type { Result } from '../core/result.ts';
import type { Shape } from '../core/shape.ts';
import type { TensorProblem } from '../core/tensor/problem.ts';
import type { CalculatedTensor, Dtype, Tensor } from '../core/tensor/tensor.ts';
import type { WeightSpec } from '../core/weights.ts';
import type { Words } from '../core/words.ts';
import type { KerasForm } from './keras.ts';

/** TensorFlow.js, handed in by the worker: the catalogue knows its types only. */
export interface Tf {
  readonly core: typeof TfCore;
  readonly layers: typeof TfLayers;
}

/** What a kind needs to build its tfjs layer. `nextSeed` feeds layers that draw while training. */
export interface BuildContext {
  readonly tf: Tf;
  readonly name: string;
  readonly nextSeed: () => number;
}

/** A tfjs layer that takes one tensor, or a list of them for a join. */
export type TfLayer = InstanceType<typeof TfLayers.layers.Layer>;

/** Families group the palette and tint the rail of a node. */
export const families = [
  'data',
  'core',
  'convolution',
  'pooling',
  'regularisation',
  'activation',
  'join',
  'output',
  'tensor',
] as const;

/** A group of kinds. */
export type Family = (typeof families)[number];

/** Why a layer cannot take what it is given. Words live in `i18n` under `problem.<code>`. */
export type ShapeProblem =
  | { readonly code: 'rank-mismatch'; readonly expected: number; readonly got: Shape }
  | { readonly code: 'kernel-too-large'; readonly window: Shape; readonly got: Shape }
  | { readonly code: 'reshape-size'; readonly wanted: Shape; readonly got: Shape }
  | { readonly code: 'merge-shapes-differ'; readonly first: Shape; readonly other: Shape };

/** One checked case of a kind: the contract tests run it through `infer` and through tfjs. */
export interface LayerExample {
  readonly params: Readonly<Record<string, unknown>>;
  readonly inputs: readonly Shape[];
  readonly output: Shape;
  /** Number of weights, trainable or not. */
  readonly weights: number;
}

interface Described<P> {
  readonly kind: string;
  readonly family: Family;
  readonly title: Words;
  /** Other names that the palette's search answers to. */
  readonly aliases: readonly string[];
  /** The key parameters, short enough for the corner of a node. */
  readonly face: (params: P) => Words | undefined;
  readonly help: {
    readonly what: Words;
    readonly formula: string;
    /** How the output's shape follows from the input's. */
    readonly rule: Words;
  };
  /** What it is in Keras and TensorFlow.js; left out where it is nothing there. */
  readonly keras?: KerasForm;
}

/** Where samples enter: names a data set, whose shape it has, or only a shape. */
export interface SourceKind<S extends z.ZodObject = z.ZodObject> extends Described<z.infer<S>> {
  readonly role: 'source';
  readonly params: S;
  /** The data set; none for a source that only says what samples would be like. */
  readonly dataset: (params: z.infer<S>) => string | undefined;
  /** What samples would be like of a source that has no data. */
  readonly shape?: (params: z.infer<S>) => Shape;
  /** What is done to its samples before a network sees them; nothing where it is left out. */
  readonly prepare?: (params: z.infer<S>) => Preparation;
}

/** A layer that computes: one input, or several for a join. */
export interface ComputeKind<S extends z.ZodObject = z.ZodObject> extends Described<z.infer<S>> {
  readonly role: 'compute';
  readonly params: S;
  readonly arity: { readonly min: number; readonly max: number };
  /** Output shape of one sample, or why there is none. */
  readonly infer: (params: z.infer<S>, inputs: readonly Shape[]) => Result<Shape, ShapeProblem>;
  /** Weight tensors in tfjs's order; empty for layers that learn nothing. */
  readonly weights: (params: z.infer<S>, inputs: readonly Shape[]) => readonly WeightSpec[];
  readonly build: (context: BuildContext, params: z.infer<S>) => TfLayer;
  /** The same arithmetic for the fused executor; left out by kinds that only TensorFlow.js runs. */
  readonly operation?: (params: z.infer<S>) => Operation;
  /** Where each value of the output comes from, for pictures that explain it; left out where that is not simple. */
  readonly reading?: (params: z.infer<S>) => Reading;
  /** Its local derivatives, where they do not follow from `operation` or `reading`. */
  readonly derivative?: (params: z.infer<S>) => Derivative;
  /** What the output may be read as, when it is more than a number. */
  readonly output?: 'probability' | 'distribution';
  /** Turns any shape into one row: the mend for a layer that reads rows. */
  readonly flattens?: true;
  /** The parameter that sets the size of the output's last axis. */
  readonly sizeParam?: string;
  readonly examples: readonly LayerExample[];
}

/** Where the network is compared with the labels. */
export interface LossKind<S extends z.ZodObject = z.ZodObject> extends Described<z.infer<S>> {
  readonly role: 'objective';
  readonly params: S;
  readonly loss: (params: z.infer<S>) => LossSpec;
  /** Parameters that change this loss to the given choices; the rest stays. */
  readonly fit: (change: Partial<LossSpec>) => Readonly<Record<string, unknown>>;
  /** Parameters for a loss as Keras calls it; nothing for one that this kind is not. */
  readonly fromKeras: (name: string, onLogits: boolean) => z.input<S> | undefined;
}

/** One checked case of a calculation, in nested brackets; their way of writing numbers gives the types. */
export interface CalculationExample {
  readonly params: Readonly<Record<string, unknown>>;
  readonly inputs: readonly string[];
  readonly output: string;
}

/** A step of a calculation on whole tensors: no batch axis is hidden and nothing is learned. */
export interface CalculationKind<S extends z.ZodObject = z.ZodObject>
  extends Described<z.infer<S>> {
  readonly role: 'calculation';
  readonly params: S;
  readonly arity: { readonly min: number; readonly max: number };
  /** The result, or why there is none. The compiler has checked the number of inputs. */
  readonly calculate: (
    params: z.infer<S>,
    inputs: readonly Tensor[],
  ) => Result<CalculatedTensor, TensorProblem>;
  /** What stands between the inputs where the step is written in a line; a comma where it is left out. */
  readonly sign?: string;
  /** Changes the type of the values: the mend where two types meet. `to` gives its parameters. */
  readonly casts?: (to: Dtype) => Readonly<Record<string, unknown>>;
  readonly examples: readonly CalculationExample[];
}

/** A kind of node. Data and pure functions, one file each. */
export type LayerKind = SourceKind | ComputeKind | LossKind | CalculationKind;

/** Types a source kind by its own parameter schema. */
export const defineSource = <S extends z.ZodObject>(kind: SourceKind<S>): SourceKind =>
  kind as unknown as SourceKind;

/** Types a layer kind by its own parameter schema. */
export const defineLayer = <S extends z.ZodObject>(kind: ComputeKind<S>): ComputeKind =>
  kind as unknown as ComputeKind;

/** Types a loss kind by its own parameter schema. */
export const defineLoss = <S extends z.ZodObject>(kind: LossKind<S>): LossKind =>
  kind as unknown as LossKind;

/** Types a calculation kind by its own parameter schema. */
export const defineCalculation = <S extends z.ZodObject>(
  kind: CalculationKind<S>,
): CalculationKind => kind as unknown as CalculationKind;
