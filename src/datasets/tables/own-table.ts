import { type DatasetOptions, defineDataset, type OwnTable } from '../define-dataset.ts';
import { STORED } from '../own-images.ts';
import { chooseColumns, classNamesOf, problemOf, specOf, type TableChoice } from './choice.ts';
import { tableOptions } from './define-table.ts';
import { unpackTable } from './packed-table.ts';
import { type Table, tableOf } from './table.ts';
import { tableSamples } from './table-samples.ts';

const columnsOf = ({ table }: DatasetOptions) => table?.columns ?? [];
const choose = (options: DatasetOptions): TableChoice => chooseColumns(columnsOf(options), options);

/** A table that a person brought along or typed: in the document if it is small, else kept in the browser. */
export const ownTable = defineDataset({
  id: 'ownTable',
  modality: 'table',
  title: { en: 'Own table', ko: '내 표' },
  blurb: {
    en: 'Drop or paste a CSV or TSV table, or type one.',
    ko: 'CSV나 TSV 표를 끌어다 놓거나 붙여 넣거나 직접 입력하세요.',
  },
  options: ['table', 'missing', ...tableOptions],
  holds: 'table',
  emblem: '+',
  whenEmpty: 'no-table',
  spec: (options) => specOf(columnsOf(options), choose(options)),
  rows: ({ table, firstRows }) => Math.min(table?.rows ?? 0, firstRows ?? Number.POSITIVE_INFINITY),
  asset: ({ table }) => (table?.key ? `${STORED}${table.key}` : undefined),
  columns: columnsOf,
  classNames: (options) => classNamesOf(columnsOf(options), choose(options)),
  problem: (options) =>
    options.table ? problemOf(columnsOf(options), choose(options), options) : undefined,
  samples: (options, bytes) => {
    const choice = choose(options);
    const spec = specOf(columnsOf(options), choice);
    return tableSamples(readTable(options.table, bytes), spec, choice, options);
  },
});

const empty: Table = { rows: 0, columns: [] };

/** Throws on bytes that were not packed here. */
function readTable(table: OwnTable | null, bytes: Uint8Array | undefined): Table {
  if (!table) return empty;
  if (table.cells) {
    const named = tableOf(
      table.columns.map(({ name }) => name),
      table.cells,
    );
    return {
      ...named,
      columns: named.columns.map((column, i) => ({
        ...column,
        classes: table.columns[i]?.classes ?? null,
      })),
    };
  }
  const read = bytes && unpackTable(bytes);
  if (!read?.ok) throw new Error(`the table is not as it was kept: ${read?.error ?? 'missing'}`);
  return read.value;
}
