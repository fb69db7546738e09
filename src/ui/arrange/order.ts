import type { Stop } from './columns.ts';

/** Sweeps there and back after which the order is as good as it gets. */
const SWEEPS = 10;

/**
 * The columns with their stops in an order that lets few wires cross: each moves to the middle of its
 * neighbours, column by column, there and back (Sugiyama et al. 1981). Of equal orders the first counts.
 */
export function orderColumns(columns: readonly Stop[][]): Stop[][] {
  let now = columns.map((column) => [...column]);
  let best = now;
  let fewest = countCrossings(now);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const forth = sweep % 2 === 0;
    now = now.map((column) => [...column]);
    const way = forth ? now.keys() : [...now.keys()].reverse();
    for (const at of way) sortByNeighbours(now, at, forth);
    const crossings = countCrossings(now);
    if (crossings < fewest) [best, fewest] = [now, crossings];
  }
  return best;
}

function sortByNeighbours(columns: Stop[][], at: number, forth: boolean): void {
  const beside = placesIn(columns[at + (forth ? -1 : 1)] ?? []);
  const column = columns[at] ?? [];
  const middle = new Map(
    column.map((stop, place) => {
      const near = stop[forth ? 'before' : 'after'].map(
        ({ stop: other }) => beside.get(other) ?? 0,
      );
      return [stop, near.length > 0 ? near.reduce((a, b) => a + b) / near.length : place];
    }),
  );
  // Sorting is stable: what pulls alike keeps its order.
  column.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
}

const placesIn = (column: readonly Stop[]): Map<Stop, number> =>
  new Map(column.map((stop, place) => [stop, place]));

/** How often wires between neighbouring columns cross. */
function countCrossings(columns: readonly Stop[][]): number {
  let total = 0;
  columns.forEach((column, at) => {
    const places = placesIn(columns[at + 1] ?? []);
    const ends = column.flatMap(({ after }) =>
      after.map(({ stop }) => places.get(stop) ?? 0).sort((a, b) => a - b),
    );
    total += countInversions(ends);
  });
  return total;
}

/** Pairs in the wrong order, by counting in a binary indexed tree. */
function countInversions(values: readonly number[]): number {
  const tree = new Array<number>(Math.max(0, ...values) + 2).fill(0);
  let total = 0;
  values.forEach((value, before) => {
    let upTo = 0;
    for (let i = value + 1; i > 0; i -= i & -i) upTo += tree[i] ?? 0;
    total += before - upTo;
    for (let i = value + 1; i < tree.length; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
  });
  return total;
}
