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

/** The first rows of a table, as they are written in a document. */
export const cellsOf = ({ rows, columns }: Table, most = rows): (number | null)[][] =>
  Array.from({ length: Math.min(rows, most) }, (_, row) =>
    columns.map(({ values }) => {
      const value = values[row] as number;
      // What single precision holds of 0.1 is written 0.1.
      return Number.isNaN(value) ? null : Number(value.toPrecision(7));
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
