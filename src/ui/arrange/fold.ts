import type { Stop } from './columns.ts';

/** Columns that stand in one row, and the number of the first. */
export interface Row {
  readonly columns: Stop[][];
  readonly first: number;
}

/**
 * Columns in rows of like length that fit the view. A row ends only where a single wire leads on, so that
 * branches are never torn apart.
 */
export function foldColumns(
  columns: readonly Stop[][],
  lengths: readonly number[],
  gap: number,
  view: number,
): Row[] {
  const lengthOf = ({ columns: some, first }: Row): number =>
    some.reduce((sum, _, i) => sum + (lengths[first + i] ?? 0) + gap, -gap);
  const pieces: Row[] = [];
  columns.forEach((column, i) => {
    const last = pieces.at(-1);
    if (last && !isLink(columns[i - 1] ?? [], column)) last.columns.push(column);
    else pieces.push({ columns: [column], first: i });
  });
  const fill = (most: number): Row[] => {
    const rows: Row[] = [];
    for (const piece of pieces) {
      const last = rows.at(-1);
      const joined = last && { columns: [...last.columns, ...piece.columns], first: last.first };
      if (joined && lengthOf(joined) <= most) rows[rows.length - 1] = joined;
      else rows.push(piece);
    }
    return rows;
  };
  // A row of one layer is a column: two stand side by side even where that is tight.
  const widest = Math.max(...lengths);
  const most = Math.max(view, 2 * widest + gap, ...pieces.map(lengthOf));
  let rows = fill(most);
  for (let less = most - STEP; less > 0; less -= STEP) {
    const narrower = fill(less);
    if (narrower.length > rows.length) break;
    rows = narrower;
  }
  return rows;
}

/** By how much rows are narrowed to make them alike, in pixels. */
const STEP = 20;

/** Whether a single wire between single nodes leads from one column to the next. */
const isLink = ([from, ...above]: readonly Stop[], [to, ...below]: readonly Stop[]): boolean =>
  above.length === 0 && below.length === 0 && from?.node !== undefined && to?.node !== undefined;
