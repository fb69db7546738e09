import type { Random } from '../core/random.ts';
import type { SampleSpec, Samples } from '../core/samples.ts';
import type { Words } from '../core/words.ts';

/** What a source node asks of a data set. Each set reads the options it names. */
export interface DatasetOptions {
  readonly size: number;
  /** 0 is clean; the meaning of 1 is the set's own. */
  readonly noise: number;
  readonly seed: number;
  /** Points set by hand: x₁, x₂ and a class or a number. */
  readonly points: readonly (readonly [number, number, number])[];
  readonly task: 'classes' | 'numbers';
  /** Images that a person brought along and that are kept in the browser. */
  readonly stored: StoredImages | null;
}

/** What a document knows of images that are kept in the browser: enough to check a graph without them. */
export interface StoredImages {
  /** Where they are kept. */
  readonly key: string;
  readonly title: string;
  /** [height, width, channels] */
  readonly shape: readonly [number, number, number];
  readonly classes: readonly string[];
  readonly trainRows: number;
  readonly testRows: number;
}

/** A data set: what it holds and how it is made. */
export interface Dataset {
  readonly id: string;
  readonly modality: 'points' | 'images';
  readonly title: Words;
  readonly blurb: Words;
  /** Which of the options change it. */
  readonly options: readonly (keyof DatasetOptions)[];
  readonly spec: (options: DatasetOptions) => SampleSpec;
  /** How many samples there are, without making them. */
  readonly rows: (options: DatasetOptions) => number;
  /** Makes the samples, from the bytes of `asset` if the set has one. */
  readonly samples: (options: DatasetOptions, bytes?: Uint8Array) => Samples;
  /** What has to be fetched first, as the surroundings name it. */
  readonly asset?: (options: DatasetOptions) => string | undefined;
  /** What the classes are called; without names, by their number. */
  readonly classNames?: (options: DatasetOptions) => readonly string[];
  /** Where it comes from and under which licence; for sets that were not made here. */
  readonly origin?: Words;
  /** Stands for a set whose samples are not at hand: drawn in its thumbnail. */
  readonly emblem?: string;
}

/** Types a data set. */
export const defineDataset = (dataset: Dataset): Dataset => dataset;

/** One sample: its inputs and its label. */
export type Row = readonly [x: readonly number[], y: number];

/** Packs rows into typed arrays. */
export function packRows(spec: SampleSpec, rows: readonly Row[]): Samples {
  return {
    spec,
    rows: rows.length,
    x: Float32Array.from(rows.flatMap(([x]) => x)),
    y: Float32Array.from(rows.map(([, y]) => y)),
  };
}

/** A generated set of points in the plane: `draw` makes the i-th of n. */
export function generatePoints(
  spec: SampleSpec,
  options: DatasetOptions,
  random: Random,
  draw: (i: number, n: number, random: Random) => Row,
): Samples {
  const rows = Array.from({ length: options.size }, (_, i) => draw(i, options.size, random));
  return packRows(spec, rows);
}
