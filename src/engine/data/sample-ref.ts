import { inputWidth, readInputs, scaled } from '../../core/samples.ts';
import type { EncodedSet, TrainingData } from './data.ts';

/** Which sample is looked at: a row of the data, or an image that a person made. */
export type SampleRef =
  | { readonly type: 'row'; readonly part: 'train' | 'test'; readonly index: number }
  /** Values from 0 to 1, as an image of the network's input shape. A new image has a new number. */
  | { readonly type: 'own'; readonly number: number; readonly pixels: Float32Array };

/** One sample as it is kept and as the network sees it. */
export interface LookedAt {
  /** What the network sees: [...input]. */
  readonly x: Float32Array;
  /** Class or number; own images have none. */
  readonly label: number | undefined;
  /** Where it stands in its part of the data; a place beyond the end is the last. */
  readonly index: number;
  readonly part: 'train' | 'test';
  /** Rows of that part. */
  readonly rows: number;
  /** The set it comes from, and its encoded label. */
  readonly y: Float32Array | undefined;
}

/** Where one starts to look, and what is looked at instead of an image that does not fit the data. */
const firstRow: SampleRef = { type: 'row', part: 'test', index: 0 };

/** Reads the sample that a reference names. A set without test rows gives its training rows. */
export function lookUp(data: TrainingData, ref: SampleRef): LookedAt | undefined {
  const { samples } = data.train;
  if (ref.type === 'own') {
    if (ref.pixels.length !== inputWidth(samples)) return lookUp(data, firstRow);
    const x = scaled(ref.pixels, samples.scaling);
    const { rows } = data.train;
    return { x, label: undefined, index: -1, part: 'train', rows, y: undefined };
  }
  const part = ref.part === 'test' && data.test ? 'test' : 'train';
  const set: EncodedSet = part === 'test' && data.test ? data.test : data.train;
  if (set.rows === 0) return undefined;
  const index = Math.min(set.rows - 1, Math.max(0, ref.index));
  const width = set.y.length / set.rows;
  return {
    x: readInputs(set.samples, index, index + 1),
    label: set.samples.y[index],
    index,
    part,
    rows: set.rows,
    y: set.y.subarray(index * width, (index + 1) * width),
  };
}
