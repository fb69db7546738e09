import type { SampleSpec, Samples } from '../../core/samples.ts';
import type { DatasetOptions } from '../define-dataset.ts';
import type { TableChoice } from './choice.ts';
import type { Table, TableColumn } from './table.ts';

/**
 * A table's chosen columns as samples. Rows without a label are left out; an empty input cell is a gap, to
 * be filled once it is known which rows are for training, or its row is left out too.
 */
export function tableSamples(
  table: Table,
  spec: SampleSpec,
  { inputs, labels, labelKind }: TableChoice,
  { missing, firstRows }: Pick<DatasetOptions, 'missing' | 'firstRows'>,
  testRows = 0,
): Samples {
  const all = Math.min(table.rows, firstRows ?? table.rows);
  const at = (indices: readonly number[]): readonly TableColumn[] =>
    indices.flatMap((index) => table.columns[index] ?? []);
  const [read, told] = [at(inputs), at(labels)];
  const needed = missing === 'drop' ? [...read, ...told] : told;
  const rows = completeRows(needed, all);
  const count = rows?.length ?? all;
  const x = new Float32Array(count * read.length);
  let hasGaps = false;
  read.forEach(({ values }, column) => {
    for (let i = 0; i < count; i++) {
      const value = values[rows ? (rows[i] as number) : i] as number;
      if (Number.isNaN(value)) hasGaps = true;
      x[i * read.length + column] = value;
    }
  });
  const y = labelsOf(told, labelKind === 'class', rows, count);
  // Rows for testing are the table's last; with fewer rows than it has, there are none.
  const apart = all === table.rows ? Math.min(testRows, Math.max(0, count - 1)) : 0;
  return {
    spec,
    rows: count,
    x,
    y,
    ...(hasGaps ? { hasGaps: true as const } : {}),
    ...(apart > 0 && { testRows: apart }),
  };
}

/** [rows] classes, or [rows, columns] numbers. Several columns of one class are a one-hot label. */
function labelsOf(
  told: readonly TableColumn[],
  isClass: boolean,
  rows: Uint32Array | undefined,
  count: number,
): Float32Array {
  const width = isClass ? 1 : told.length;
  const y = new Float32Array(count * width);
  for (let i = 0; i < count; i++) {
    const row = rows ? (rows[i] as number) : i;
    if (!isClass || told.length === 1) {
      told.forEach(({ values }, column) => {
        y[i * width + column] = values[row] as number;
      });
      continue;
    }
    let best = 0;
    told.forEach(({ values }, column) => {
      if ((values[row] as number) > (told[best]?.values[row] as number)) best = column;
    });
    y[i] = best;
  }
  return y;
}

/** Rows in which none of the columns is empty; nothing where that is all of them. */
function completeRows(columns: readonly TableColumn[], rows: number): Uint32Array | undefined {
  const found = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.every(({ values }) => !Number.isNaN(values[row]))) found[count++] = row;
  }
  return count === rows ? undefined : found.subarray(0, count);
}
