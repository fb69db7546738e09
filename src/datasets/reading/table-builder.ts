import { err, ok, type Result } from '../../core/result.ts';
import { MOST_CLASSES } from '../tables/choice.ts';
import type { Table } from '../tables/table.ts';
import { createColumn, toNumber } from './column-builder.ts';
import { MAX_PIXEL_BYTES, type ReadFailure, tooMuch } from './failure.ts';
import type { TableSettings } from './table-settings.ts';

/** Most columns that a table may have. */
const MOST_COLUMNS = 1000;
/** Longest name of a column or class, as a document keeps it. */
const MOST_NAME = 100;
/** Cells that are not numbers, of which a few are shown. */
const MOST_SHOWN = 5;
const BYTES_A_CELL = 4;

/** A cell that is not the number that its column holds. Rows count from 1, without header and comments. */
export interface StrangeCell {
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

/** What was found on the way; none of it kept the table from being read. */
export interface TableNotes {
  readonly separator: string;
  readonly header: boolean;
  /** Rows left out because they were ragged. */
  readonly skipped: number;
  /** Cells that are taken as missing because they are no numbers, in all and the first of them. */
  readonly strange: number;
  readonly first: readonly StrangeCell[];
  /** Columns whose commas were taken to part thousands. */
  readonly grouped: readonly string[];
}

/** A table out of a file, and what was strange about it. */
export interface TableRead {
  readonly table: Table;
  readonly notes: TableNotes;
}

/** Puts a table together row by row. */
export function createTableBuilder(name: string, separator: string, settings: TableSettings) {
  const decimalComma = separator !== ',';
  let names: readonly string[] | undefined;
  let columns: ReturnType<typeof createColumn>[] = [];
  let pending: readonly string[] | undefined;
  let header = settings.header === 'yes';
  let line = 0;
  let rows = 0;
  let skipped = 0;

  function add(cells: readonly string[]): ReadFailure | undefined {
    line += 1;
    if (line === 1) return begin(cells);
    if (pending) {
      const first = pending;
      pending = undefined;
      // A line of words over a line with numbers names the columns.
      const holdsNumber = (cell: string): boolean => isNumber(cell, decimalComma);
      header = !first.some(holdsNumber) && cells.some(holdsNumber);
      if (header) names = first;
      else {
        const failure = push(first);
        if (failure) return failure;
      }
    }
    return push(cells);
  }

  function begin(cells: readonly string[]): ReadFailure | undefined {
    if (cells.length > MOST_COLUMNS) {
      return { code: 'table-wide', count: cells.length, limit: MOST_COLUMNS };
    }
    const other = cells.length === 1 ? otherSeparator(cells[0] ?? '', separator) : undefined;
    if (other) return { code: 'table-separator', name, row: 1, separator: other };
    columns = cells.map(() => createColumn(decimalComma));
    if (settings.header === 'yes') names = cells;
    else if (settings.header === 'auto') pending = cells;
    else return push(cells);
    return undefined;
  }

  function push(cells: readonly string[]): ReadFailure | undefined {
    // A separator at the end of a line makes an empty cell too many.
    const given = cells.length === columns.length + 1 && cells.at(-1) === '' ? -1 : undefined;
    const row = cells.slice(0, given);
    if (row.length !== columns.length) {
      if (!settings.skipRagged) {
        return { code: 'table-ragged', row: line, got: row.length, expected: columns.length };
      }
      skipped += 1;
      return undefined;
    }
    for (const [i, column] of columns.entries()) column.add(row[i] ?? '', rows + 1);
    rows += 1;
    const bytes = rows * columns.length * BYTES_A_CELL;
    return bytes > MAX_PIXEL_BYTES ? tooMuch(bytes) : undefined;
  }

  return {
    add,
    finish: (): Result<TableRead, ReadFailure> => {
      if (pending) push(pending);
      pending = undefined;
      if (rows === 0) return err({ code: 'table-empty', name });
      const titles = uniqueNames(columns.map((_, i) => names?.[i]?.trim() ?? ''));
      const built = columns.map((column, i) => column.finish(titles[i] ?? '', MOST_CLASSES));
      const table: Table = { rows, columns: built.map(({ column }) => column) };
      const strange = built.reduce((sum, each) => sum + each.strange, 0);
      const first = built
        .flatMap(({ first, column }) => first.map((cell) => ({ ...cell, column: column.name })))
        .sort((a, b) => a.row - b.row)
        .slice(0, MOST_SHOWN);
      const grouped = built.flatMap((each) => (each.grouped ? each.column.name : []));
      return ok({ table, notes: { separator, header, skipped, strange, first, grouped } });
    },
  };
}

/** What this could have been split at instead. */
const otherSeparator = (cell: string, separator: string): string | undefined =>
  [',', ';', '\t', '|'].find((each) => each !== separator && cell.includes(each));

const isNumber = (cell: string, decimalComma: boolean): boolean =>
  cell.trim() !== '' && !Number.isNaN(toNumber(cell.trim(), decimalComma));

/** Every column has a name, and no two the same. */
function uniqueNames(given: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return given.map((text, i) => {
    const base = text.slice(0, MOST_NAME) || `x${i + 1}`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base} ${n}`;
    taken.add(name);
    return name;
  });
}
