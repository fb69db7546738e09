import type { Samples } from '../core/samples.ts';

/** An epoch draws at most this many times the rows of a set, or this many rows where that is more. */
const MOST_TIMES = 2;
const MOST_ROWS = 2000;

/**
 * Places of the rows that an epoch draws where every class is to count alike: as many of each class as the
 * largest one has, those of rarer ones over and over, the classes in turn. Within the bound above; beyond it
 * large classes are thinned out evenly. Nothing where labels are numbers.
 */
export function balancedRows({ spec, rows, y }: Samples): Uint32Array | undefined {
  if (spec.target.type === 'numbers') return undefined;
  const members = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) {
    const label = y[row] ?? 0;
    const own = members.get(label);
    if (own) own.push(row);
    else members.set(label, [row]);
  }
  const classes = [...members].sort(([a], [b]) => a - b).map(([, own]) => own);
  const largest = Math.max(...classes.map(({ length }) => length));
  const most = Math.max(MOST_TIMES * rows, MOST_ROWS);
  const turns = Math.min(largest, Math.ceil(most / classes.length));
  const drawn = new Uint32Array(turns * classes.length);
  for (let turn = 0; turn < turns; turn++) {
    classes.forEach((own, c) => {
      const at = own.length > turns ? Math.floor((turn * own.length) / turns) : turn % own.length;
      drawn[turn * classes.length + c] = own[at] ?? 0;
    });
  }
  return drawn;
}
