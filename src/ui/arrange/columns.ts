import { group, type Ranked } from './ranks.ts';

/** Something that stands in a column: a node, or a wire on its way past that column. */
export interface Stop {
  readonly id: string;
  /** The node; none where a wire passes. */
  readonly node?: string;
  /** Neighbours in the column before and after, with how much each pulls. */
  readonly before: Pull[];
  readonly after: Pull[];
}

interface Pull {
  readonly stop: Stop;
  readonly weight: number;
}

/** A wire that passes columns keeps straight before all else. */
const STRAIGHT = 8;
/** Most stops of passing wires: placing them takes seconds. Beyond that the longest wires have no room. */
const MAX_STOPS = 50_000;

/**
 * The columns of a graph, in which a wire that skips some has a stop in each. A wire beside another way
 * between the same two nodes, a skip connection, does not pull at them: it gives way.
 */
export function buildColumns({ rank, wires }: Ranked): Stop[][] {
  const columns: Stop[][] = [];
  const put = (at: number, stop: Stop): Stop => {
    columns[at] ??= [];
    columns[at]?.push(stop);
    return stop;
  };
  const stops = new Map<string, Stop>();
  for (const id of inReadingOrder(rank, wires)) {
    stops.set(id, put(rank.get(id) ?? 0, { id, node: id, before: [], after: [] }));
  }
  const outOf = group(wires, 'from', 'to');
  const longest = longestOf(
    wires.map(({ from, to }) => (rank.get(to) ?? 0) - (rank.get(from) ?? 0)),
  );
  for (const { from, to } of wires) {
    const [start, end] = [stops.get(from), stops.get(to)];
    const [first, last] = [rank.get(from) ?? 0, rank.get(to) ?? 0];
    if (!start || !end || last - first > longest) continue;
    const weight = last - first > 1 && hasOtherWay(from, to, outOf, rank) ? 0 : 1;
    let here = start;
    for (let at = first + 1; at < last; at++) {
      const stop = put(at, { id: `${from}>${to}@${at}`, before: [], after: [] });
      join(here, stop, here.node === undefined ? STRAIGHT : weight, STRAIGHT);
      here = stop;
    }
    join(here, end, weight, weight);
  }
  return columns;
}

/** How many columns a wire may span so that all of them have room for their stops. */
function longestOf(spans: readonly number[]): number {
  let stops = 0;
  for (const span of spans.toSorted((a, b) => a - b)) {
    stops += span - 1;
    if (stops > MAX_STOPS) return span - 1;
  }
  return Number.POSITIVE_INFINITY;
}

function join(from: Stop, to: Stop, pullsFrom: number, pullsTo: number): void {
  const passes = (stop: Stop): boolean => stop.node === undefined;
  from.after.push({ stop: to, weight: passes(from) ? Math.max(1, pullsFrom) : pullsFrom });
  to.before.push({ stop: from, weight: passes(to) ? (passes(from) ? STRAIGHT : 1) : pullsTo });
}

/** Nodes as a reader goes: from the ends back along their wires, in the order of each join. */
function inReadingOrder(rank: Ranked['rank'], wires: Ranked['wires']): string[] {
  const into = group(wires, 'to', 'from');
  const leaving = new Set(wires.map(({ from }) => from));
  const seen = new Set<string>();
  const read = (end: string): void => {
    const left = [end];
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      left.push(...(into.get(id) ?? []).toReversed());
    }
  };
  for (const id of rank.keys()) if (!leaving.has(id)) read(id);
  return [...seen];
}

function hasOtherWay(
  from: string,
  to: string,
  outOf: ReadonlyMap<string, readonly string[]>,
  rank: Ranked['rank'],
): boolean {
  const end = rank.get(to) ?? 0;
  const left = (outOf.get(from) ?? []).filter((next) => next !== to);
  const seen = new Set(left);
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    for (const next of outOf.get(id) ?? []) {
      if (next === to) return true;
      if (seen.has(next) || (rank.get(next) ?? 0) >= end) continue;
      seen.add(next);
      left.push(next);
    }
  }
  return false;
}
