import { shortestSingle } from '../../core/single.ts';

/** Columns of numbers, all of the same length. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly TableColumn[];
}

/** One column. */
export interface TableColumn {
  readonly name: string;
  /** [rows]; NaN is missing. A column of text holds the places of its texts among its classes. */
  readonly values: Float32Array;
  readonly classes: readonly string[] | null;
}

/** The rows of a table, as they are written in a document. */
export const cellsOf = ({ rows, columns }: Table): (number | null)[][] =>
  Array.from({ length: rows }, (_, row) =>
    columns.map(({ values }) => {
      const value = values[row] as number;
      return Number.isNaN(value) ? null : shortestSingle(value);
    }),
  );

/** A table out of its rows. */
export const tableOf = (
  names: readonly string[],
  rows: readonly (readonly (number | null)[])[],
  classes: Readonly<Record<string, readonly string[]>> = {},
): Table => ({
  rows: rows.length,
  columns: names.map((name, column) => ({
    name,
    values: Float32Array.from(rows, (row) => row[column] ?? Number.NaN),
    classes: classes[name] ?? null,
  })),
});
