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
  /** A table that a person brought along or typed. */
  readonly table: OwnTable | null;
  /** Columns that the network reads; without a list, all that are not labels. */
  readonly inputs: readonly number[] | null;
  /** Columns that it is to tell; without a list, the table's own. */
  readonly labels: readonly number[] | null;
  readonly labelKind: 'auto' | 'number' | 'class';
  /** Columns of a one-hot label; without a number, as many as there are classes. */
  readonly depth: number | null;
  /** What becomes of rows with an empty cell among the inputs. One without a label is left out. */
  readonly missing: 'mean' | 'drop';
  /** Only so many rows from the top. */
  readonly firstRows: number | null;
}

/** What is asked for where a source says nothing. */
export const noOptions: DatasetOptions = {
  size: 0,
  noise: 0,
  seed: 0,
  points: [],
  task: 'classes',
  stored: null,
  table: null,
  inputs: null,
  labels: null,
  labelKind: 'auto',
  depth: null,
  missing: 'mean',
  firstRows: null,
};

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

/** A table as a document knows it: what its columns are like, and its cells or where they are kept. */
export interface OwnTable {
  /** Where its cells are kept in the browser; empty when they are in the document. */
  readonly key: string;
  readonly title: string;
  readonly rows: number;
  readonly columns: readonly ColumnSummary[];
  /** [rows][columns]: numbers, and the place among its classes for text; null is missing. */
  readonly cells: readonly (readonly (number | null)[])[] | null;
}

/** What a column is like; figures of text are those of its classes' places. */
export interface ColumnSummary {
  readonly name: string;
  /** The texts of a column of text, sorted; their places stand for them. */
  readonly classes: readonly string[] | null;
  readonly missing: number;
  readonly outliers: number;
  /** Whether all values are whole and none is below zero. */
  readonly counts: boolean;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly deviation: number;
}

/** Why columns cannot be used as they were chosen. Words live in `i18n` under `problem.<code>`. */
export interface ColumnProblem {
  readonly code: 'no-inputs' | 'text-input' | 'no-label' | 'label-not-class' | 'label-is-text';
  readonly column: string;
  /** A change of the options that mends it. */
  readonly mend?: Partial<DatasetOptions>;
}

/** A data set: what it holds and how it is made. */
export interface Dataset {
  readonly id: string;
  readonly modality: 'points' | 'images' | 'table';
  readonly title: Words;
  readonly blurb: Words;
  /** Which of the options change it. */
  readonly options: readonly (keyof DatasetOptions)[];
  readonly spec: (options: DatasetOptions) => SampleSpec;
  /** How many samples there are, without making them. */
  readonly rows: (options: DatasetOptions) => number;
  /** What a set that a person fills says while it is empty. */
  readonly whenEmpty?: 'no-images' | 'no-table';
  /** Makes the samples, from the bytes of `asset` if the set has one. */
  readonly samples: (options: DatasetOptions, bytes?: Uint8Array) => Samples;
  /** The option that holds samples which a person made or brought, as part of the document. */
  readonly holds?: keyof DatasetOptions;
  /** What has to be fetched first, as the surroundings name it. */
  readonly asset?: (options: DatasetOptions) => string | undefined;
  /** What the classes are called; without names, by their number. */
  readonly classNames?: (options: DatasetOptions) => readonly string[];
  /** What a table's columns are like. */
  readonly columns?: (options: DatasetOptions) => readonly ColumnSummary[];
  /** The cells of a table that ships with the page. */
  readonly cells?: OwnTable['cells'];
  /** Why it cannot be used with these options. */
  readonly problem?: (options: DatasetOptions) => ColumnProblem | undefined;
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
