import type { Derivative } from '../core/derivative.ts';
import type { LossSpec } from '../core/loss.ts';
import type { Operation } from '../core/operation.ts';
import type { Preparation } from '../core/preparation.ts';
import type { SampleSpec, TargetEncoding } from '../core/samples.ts';
import type { Shape } from '../core/shape.ts';
import type { WeightSpec } from '../core/weights.ts';
import type { DatasetOptions } from '../datasets/define-dataset.ts';

/** One layer of the lowered network. */
export interface IrNode {
  readonly id: string;
  readonly kind: string;
  /** Parsed by the kind's schema. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Ids of what feeds it: earlier nodes, or the source. */
  readonly inputs: readonly string[];
  readonly inputShapes: readonly Shape[];
  readonly outputShape: Shape;
  readonly weights: readonly WeightSpec[];
  /** Its arithmetic, when the fused executor knows it. */
  readonly operation?: Operation;
  /** Its local derivatives, where they are known. */
  readonly derivative?: Derivative;
}

/** Where the lowered network's samples come from. */
export interface IrSource {
  readonly id: string;
  readonly dataset: string;
  readonly options: DatasetOptions;
  readonly spec: SampleSpec;
  readonly preparation: Preparation;
}

/** Layers fed by a source, typed, shaped and in order. Plain data, so that it travels to a worker. */
export interface Network {
  readonly source: IrSource;
  /** Inputs come before their readers. */
  readonly nodes: readonly IrNode[];
}

/** A network that can be trained: all of it leads to the loss, and all that an executor or an exporter needs. */
export interface Ir extends Network {
  /** Id of the node that feeds the loss. */
  readonly output: string;
  readonly loss: { readonly id: string; readonly spec: LossSpec };
  readonly target: { readonly encoding: TargetEncoding; readonly width: number };
}

/** Whether a network has a loss to be trained on. */
export const isTrainable = (network: Network): network is Ir => 'loss' in network;
