import type { LossSpec } from '../core/loss.ts';
import type { Operation } from '../core/operation.ts';
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
}

/** Where the lowered network's samples come from. */
export interface IrSource {
  readonly id: string;
  readonly dataset: string;
  readonly options: DatasetOptions;
  readonly spec: SampleSpec;
}

/**
 * The network, typed, shaped and in order: all that an executor or an exporter needs. Plain data,
 * so that it travels to a worker.
 */
export interface Ir {
  readonly source: IrSource;
  /** Layers that lead from the source to the loss; inputs come before their readers. */
  readonly nodes: readonly IrNode[];
  /** Id of the node that feeds the loss. */
  readonly output: string;
  readonly loss: { readonly id: string; readonly spec: LossSpec };
  readonly target: { readonly encoding: TargetEncoding; readonly width: number };
}
