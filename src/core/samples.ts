import type { Shape } from './shape.ts';

/** What a sample's label is: one of `count` classes, or `size` real numbers. */
export type TargetSpec =
  | { readonly type: 'classes'; readonly count: number }
  | { readonly type: 'numbers'; readonly size: number };

/** What a data set holds, without the numbers: enough to check a graph against it. */
export interface SampleSpec {
  /** Shape of one input. */
  readonly input: Shape;
  readonly target: TargetSpec;
  /** Which columns of a table the inputs and the labels are, in order. */
  readonly columns?: { readonly inputs: readonly Column[]; readonly labels: readonly Column[] };
}

/** A column of a table: its place and its name. */
export interface Column {
  readonly index: number;
  readonly name: string;
}

/** Inputs and labels, row-major. */
export interface Samples {
  readonly spec: SampleSpec;
  readonly rows: number;
  /** [rows, ...input]: numbers, or bytes that stand for 0 to 1 in steps of 1/255. */
  readonly x: Float32Array | Uint8Array;
  /** [rows] class indices, or [rows, size] numbers. */
  readonly y: Float32Array;
  /** Rows at the end that the set itself keeps for testing. */
  readonly testRows?: number;
  /** Inputs hold NaN where a cell was empty. */
  readonly hasGaps?: true;
  /** How a network sees inputs. */
  readonly scaling?: Scaling;
  /** How a network sees labels that are numbers. */
  readonly labelScaling?: Scaling;
}

/** What stands for a value v: (v − shift) / scale. One entry a column, or one for all. */
export interface Scaling {
  readonly shift: readonly number[];
  readonly scale: readonly number[];
}

/** Values [rows, columns] as a network sees them. */
export const scaled = (values: Float32Array, scaling: Scaling | undefined): Float32Array => {
  if (!scaling) return values;
  const { shift, scale } = scaling;
  const columns = shift.length;
  return values.map((value, i) => {
    const column = i % columns;
    return (value - (shift[column] as number)) / (scale[column] as number);
  });
};

/** What a network gives [rows, columns], in the unit of the data. */
export const unscaled = (values: Float32Array, scaling: Scaling | undefined): Float32Array => {
  if (!scaling) return values;
  const { shift, scale } = scaling;
  const columns = shift.length;
  return values.map((value, i) => {
    const column = i % columns;
    return value * (scale[column] as number) + (shift[column] as number);
  });
};

/** What zero has become, where one scaling holds for all values. */
export const scaledZero = (scaling: Scaling | undefined): number =>
  scaling ? -(scaling.shift[0] ?? 0) / (scaling.scale[0] ?? 1) : 0;

/** How labels are laid out for the loss: one number, or one column a class. */
export type TargetEncoding = 'value' | 'oneHot';

/** Labels as the loss reads them. Returns [rows, width], row-major. */
export function encodeTargets(samples: Samples, encoding: TargetEncoding): Float32Array {
  const { target } = samples.spec;
  if (target.type === 'numbers') return scaled(samples.y, samples.labelScaling);
  if (encoding === 'value') return samples.y;
  const encoded = new Float32Array(samples.rows * target.count);
  for (let row = 0; row < samples.rows; row++) {
    encoded[row * target.count + (samples.y[row] ?? 0)] = 1;
  }
  return encoded;
}

/** Numbers of one input. */
export const inputWidth = ({ rows, x }: Samples): number => (rows === 0 ? 0 : x.length / rows);

/** Writes inputs as a network sees them, one row at a time, to where there is room for one. */
export function createInputWriter(
  samples: Samples,
): (row: number, into: Float32Array, at: number) => void {
  const { x, scaling } = samples;
  const width = inputWidth(samples);
  if (x instanceof Float32Array && !scaling) {
    return (row, into, at) => {
      for (let i = 0; i < width; i++) into[at + i] = x[row * width + i] as number;
    };
  }
  const { shift, scale } = scaling ?? asItIs;
  const columns = shift.length;
  const unit = x instanceof Uint8Array ? 1 / 255 : 1;
  return (row, into, at) => {
    for (let i = 0; i < width; i++) {
      const column = columns === 1 ? 0 : i;
      const value = (x[row * width + i] as number) * unit;
      into[at + i] = (value - (shift[column] as number)) / (scale[column] as number);
    }
  };
}

const asItIs: Scaling = { shift: [0], scale: [1] };

/** Inputs `from` to `to` as a network sees them: [to − from, ...input]. May be a view of the set. */
export function readInputs(samples: Samples, from: number, to: number): Float32Array {
  const { x, scaling } = samples;
  const width = inputWidth(samples);
  if (x instanceof Float32Array && !scaling) return x.subarray(from * width, to * width);
  const inputs = new Float32Array((to - from) * width);
  const write = createInputWriter(samples);
  for (let row = from; row < to; row++) write(row, inputs, (row - from) * width);
  return inputs;
}

/** The given rows of a sample set, in the given order. */
export function takeRows(samples: Samples, rows: ArrayLike<number>): Samples {
  const { spec, scaling, labelScaling } = samples;
  const xWidth = inputWidth(samples);
  const yWidth = samples.rows === 0 ? 0 : samples.y.length / samples.rows;
  const x = new (samples.x instanceof Uint8Array ? Uint8Array : Float32Array)(rows.length * xWidth);
  const y = new Float32Array(rows.length * yWidth);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    x.set(samples.x.subarray(row * xWidth, (row + 1) * xWidth), i * xWidth);
    y.set(samples.y.subarray(row * yWidth, (row + 1) * yWidth), i * yWidth);
  }
  return {
    spec,
    rows: rows.length,
    x,
    y,
    ...(scaling && { scaling }),
    ...(labelScaling && { labelScaling }),
  };
}
