import type { Words } from '../../core/words.ts';
import { type Dataset, type DatasetOptions, defineDataset } from '../define-dataset.ts';
import {
  chooseColumns,
  classNamesOf,
  problemOf,
  specOf,
  type TableChoice,
  type TableDefaults,
} from './choice.ts';
import { summarise } from './summary.ts';
import { type Table, tableOf } from './table.ts';
import { tableSamples } from './table-samples.ts';

/** What changes a table without empty cells. */
export const tableOptions = [
  'inputs',
  'labels',
  'labelKind',
  'depth',
  'firstRows',
] as const satisfies readonly (keyof DatasetOptions)[];

/** A table that ships with the page. */
interface ShippedTable extends TableDefaults {
  readonly id: string;
  readonly title: Words;
  readonly blurb: Words;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly number[])[];
  /** Names of the classes of a column, by the column's name. */
  readonly classes?: Readonly<Record<string, readonly string[]>>;
  /** Rows at the end that are kept for testing. */
  readonly testRows?: number;
  readonly origin?: Words;
}

/** A data set out of a table's rows. */
export function defineTable({ rows, columns, classes, testRows, ...about }: ShippedTable): Dataset {
  const table: Table = tableOf(columns, rows, classes);
  const summary = summarise(table);
  const { labels, labelKind, ...described } = about;
  const defaults = { ...(labels && { labels }), ...(labelKind && { labelKind }) };
  const choose = (options: DatasetOptions): TableChoice =>
    chooseColumns(summary, options, defaults);
  return defineDataset({
    ...described,
    modality: 'table',
    options: tableOptions,
    spec: (options) => specOf(summary, choose(options)),
    rows: ({ firstRows }) => Math.min(table.rows, firstRows ?? table.rows),
    columns: () => summary,
    cells: rows,
    classNames: (options) => classNamesOf(summary, choose(options)),
    problem: (options) => problemOf(summary, choose(options), options),
    samples: (options) => {
      const choice = choose(options);
      return tableSamples(table, specOf(summary, choice), choice, options, testRows);
    },
  });
}
