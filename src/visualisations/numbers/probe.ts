import { readInputs } from '../../core/samples.ts';
import type { Shape } from '../../core/shape.ts';
import { lookUp, type SampleRef } from '../../engine/data/sample-ref.ts';
import type { Probe } from '../../engine/pictures/probe.ts';

/** Which layer's numbers are wanted, for one sample or for the first rows of the training set. */
export interface NumbersRequest {
  readonly node: string;
  /** 1 is the sample that is looked at. */
  readonly rows: number;
  readonly sample: SampleRef;
}

/** A tensor in full. */
export interface NumbersTensor {
  readonly name: string;
  readonly shape: Shape;
  readonly values: Float32Array;
}

/** What a layer gives for some rows, and the weights that it has. */
export interface NumbersPicture {
  readonly node: string;
  /** [rows, ...output]; of one sample without the axis of rows. */
  readonly output: NumbersTensor;
  readonly weights: readonly NumbersTensor[];
}

/** More numbers than this are not sent. */
const MOST_NUMBERS = 20_000;

/** Any tensor of the network in numbers. */
export const numbersProbe: Probe<NumbersRequest, NumbersPicture> = {
  id: 'numbers',
  compute: async ({ network, data, outputs, readWeights }, { node, rows, sample }) => {
    const { source } = network;
    const layer = network.nodes.find(({ id }) => id === node);
    const shape = node === source.id ? source.spec.input : layer?.outputShape;
    if (!shape) return undefined;
    const count = Math.min(rows, data.train.rows);
    const x =
      rows === 1 ? lookUp(data, sample)?.x : readInputs(data.train.samples, 0, count).slice();
    if (!x || x.length === 0) return undefined;
    const { [node]: values = x } = layer ? await outputs(x, rows === 1 ? 1 : count, [node]) : {};
    const weights = layer && layer.weights.length > 0 ? (await readWeights())[node] : undefined;
    return {
      node,
      output: {
        name: 'output',
        shape: rows === 1 ? shape : [count, ...shape],
        values: values.slice(0, MOST_NUMBERS),
      },
      weights: (layer?.weights ?? []).map((spec, i) => ({
        name: spec.name,
        shape: spec.shape,
        values: (weights?.[i] ?? new Float32Array(0)).slice(0, MOST_NUMBERS),
      })),
    };
  },
};
