import type { Shape } from '../../core/shape.ts';
import { lookUp, type SampleRef } from '../../engine/data/sample-ref.ts';
import type { Probe } from '../../engine/pictures/probe.ts';

/** The layer that is looked into, and for which sample. */
export interface LayerMapsRequest {
  readonly sample: SampleRef;
  readonly node: string;
  /** Of a kernel [inputs, units], the column that is wanted. */
  readonly unit: number;
  /** The activation that follows the layer, if one does. */
  readonly after: string | undefined;
}

/** Values of a tensor, row-major, last axis fastest. */
export interface TensorPicture {
  readonly shape: Shape;
  readonly values: Float32Array;
}

/** Everything about one layer and one sample: what goes in, what it holds and what comes out. */
export interface LayerMapsPicture {
  readonly node: string;
  readonly inputs: readonly TensorPicture[];
  readonly output: TensorPicture;
  /** What the activation after it makes of the output. */
  readonly after: TensorPicture | undefined;
  /** Which unit's column a kernel [inputs, units] was cut down to. */
  readonly unit: number;
  /** In the order of the layer's weight tensors. */
  readonly weights: readonly TensorPicture[];
  /** What goes in at the source. */
  readonly source: TensorPicture;
}

/** A layer from the inside, for one sample. */
export const layerMapsProbe: Probe<LayerMapsRequest, LayerMapsPicture> = {
  id: 'layer-maps',
  compute: async ({ network, data, outputs, readWeights }, { sample, node: id, after, unit }) => {
    const found = lookUp(data, sample);
    const { source } = network;
    const shapes = new Map<string, Shape>(
      network.nodes.map((each) => [each.id, each.outputShape] as const),
    );
    shapes.set(source.id, source.spec.input);
    const shape = shapes.get(id);
    if (!found || !shape) return undefined;
    const node = network.nodes.find((each) => each.id === id);
    const reads = node?.inputs ?? [];
    const following = after !== undefined && shapes.has(after) ? [after] : [];
    const wanted = [...new Set([id, ...reads, ...following, source.id])];
    const values = await outputs(found.x, 1, wanted);
    const weights = node && node.weights.length > 0 ? (await readWeights())[id] : undefined;
    const tensorOf = (which: string): TensorPicture => ({
      shape: shapes.get(which) ?? [],
      values: values[which] ?? new Float32Array(0),
    });
    return {
      node: id,
      unit,
      inputs: reads.map(tensorOf),
      output: tensorOf(id),
      after: following[0] === undefined ? undefined : tensorOf(following[0]),
      weights: (node?.weights ?? []).map((spec, i) => {
        const values = weights?.[i] ?? new Float32Array(0);
        return spec.shape.length === 2
          ? columnOf(spec.shape, values, unit)
          : { shape: spec.shape, values };
      }),
      source: tensorOf(source.id),
    };
  },
};

/** One column of a matrix: all that one unit reads, without millions of numbers that nobody looks at. */
function columnOf([rows = 0, columns = 1]: Shape, values: Float32Array, at: number): TensorPicture {
  const column = Math.min(at, columns - 1);
  return {
    shape: [rows, 1],
    values: Float32Array.from({ length: rows }, (_, row) => values[row * columns + column] ?? 0),
  };
}
