import type { Stop } from './columns.ts';

/** Room on both sides of the line on which a node's ports stand, in pixels. */
export interface Room {
  readonly before: number;
  readonly after: number;
}

/** What is left free between neighbours in a column, in pixels. */
export interface Gaps {
  readonly nodes: number;
  readonly wire: number;
  readonly wires: number;
}

/** Sweeps after which nothing moves by a pixel. */
const SWEEPS = 60;
/** How little a passing wire weighs when it and a node want the same place. */
const YIELDS = 1e-4;

/**
 * The line of every stop across the direction of flow: in the middle of its neighbours, in the order of
 * its column, never closer to the next than there is room for. Way for way the least squares' answer.
 */
export function placeOnLines(
  columns: readonly Stop[][],
  roomOf: (node: string) => Room,
  gaps: Gaps,
): Map<Stop, number> {
  const none: Room = { before: 0, after: 0 };
  const room = ({ node }: Stop): Room => (node === undefined ? none : roomOf(node));
  const apart = (a: Stop, b: Stop): number => {
    const passing = Number(a.node === undefined) + Number(b.node === undefined);
    const gap = passing === 0 ? gaps.nodes : passing === 1 ? gaps.wire : gaps.wires;
    return room(a).after + gap + room(b).before;
  };
  const lines = new Map<Stop, number>();
  const offsets = columns.map((column) => {
    let at = 0;
    return column.map((stop, i) => {
      const before = column[i - 1];
      if (before) at += apart(before, stop);
      return at;
    });
  });
  columns.forEach((column, c) => {
    const half = (offsets[c]?.at(-1) ?? 0) / 2;
    column.forEach((stop, i) => {
      lines.set(stop, (offsets[c]?.[i] ?? 0) - half);
    });
  });
  const settle = (c: number, sides: readonly ('before' | 'after')[]): number => {
    const column = columns[c] ?? [];
    const offset = offsets[c] ?? [];
    const wanted = column.map((stop, i) => wish(stop, sides, lines) - (offset[i] ?? 0));
    const weights = column.map(({ node }) => (node === undefined ? YIELDS : 1));
    let moved = 0;
    inOrder(wanted, weights).forEach((line, i) => {
      const stop = column[i];
      if (!stop) return;
      const to = line + (offset[i] ?? 0);
      moved = Math.max(moved, Math.abs(to - (lines.get(stop) ?? 0)));
      lines.set(stop, to);
    });
    return moved;
  };
  for (let c = 0; c < columns.length; c++) settle(c, ['before']);
  for (let c = columns.length - 1; c >= 0; c--) settle(c, ['after']);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = 0;
    for (let i = 0; i < columns.length; i++) {
      const c = sweep % 2 === 0 ? i : columns.length - 1 - i;
      moved = Math.max(moved, settle(c, ['before', 'after']));
    }
    if (moved < 0.02) break;
  }
  straighten(columns, apart, lines);
  return lines;
}

/** Where a stop would stand if it were alone in its column. */
function wish(
  stop: Stop,
  sides: readonly ('before' | 'after')[],
  lines: ReadonlyMap<Stop, number>,
): number {
  const heavy = { sum: 0, total: 0 };
  const light = { sum: 0, total: 0 };
  for (const side of sides) {
    for (const { stop: other, weight } of stop[side]) {
      const pull = weight > 0 ? heavy : light;
      const share = Math.max(weight, 1e-9);
      pull.sum += share * (lines.get(other) ?? 0);
      pull.total += share;
    }
  }
  const counted = heavy.total > 0 ? heavy : light;
  return counted.total > 0 ? counted.sum / counted.total : (lines.get(stop) ?? 0);
}

/**
 * Gives stops that follow one upon the other one line, where there is room: what is left of a way to the
 * middle is a kink of a pixel or two.
 */
function straighten(
  columns: readonly Stop[][],
  apart: (a: Stop, b: Stop) => number,
  lines: Map<Stop, number>,
): void {
  const places = new Map(
    columns.flatMap((column) => column.map((stop, i) => [stop, { column, i }])),
  );
  const fits = (stop: Stop, line: number): boolean => {
    const { column, i } = places.get(stop) ?? { column: [], i: 0 };
    const [above, below] = [column[i - 1], column[i + 1]];
    const slack = 1e-6;
    const free = !above || line - (lines.get(above) ?? 0) >= apart(above, stop) - slack;
    return free && (!below || (lines.get(below) ?? 0) - line >= apart(stop, below) - slack);
  };
  for (const stop of places.keys()) {
    if (follower(stop, 'before') !== undefined) continue;
    const way = [stop];
    for (let next = follower(stop, 'after'); next; next = follower(next, 'after')) way.push(next);
    const last = way.at(-1) ?? stop;
    const [start, end] = [lines.get(stop) ?? 0, lines.get(last) ?? 0];
    const isHead = pullsOf(stop, 'before').length === 0;
    const isTail = pullsOf(last, 'after').length === 0;
    const wished = isHead && !isTail ? [end] : isTail ? [start] : [(start + end) / 2, start, end];
    const line = wished.find((at) => way.every((each) => fits(each, at)));
    if (line !== undefined) for (const each of way) lines.set(each, line);
  }
}

const pullsOf = (stop: Stop, side: 'before' | 'after'): Stop[] =>
  stop[side].flatMap((pull) => (pull.weight > 0 ? [pull.stop] : []));

/** The one stop on a side for which this is the only one on the other. */
function follower(stop: Stop, side: 'before' | 'after'): Stop | undefined {
  const [next, ...others] = pullsOf(stop, side);
  if (!next || others.length > 0) return undefined;
  return pullsOf(next, side === 'before' ? 'after' : 'before').length === 1 ? next : undefined;
}

/** The rising values that are closest to the wanted ones: pool adjacent violators. */
function inOrder(wanted: readonly number[], weights: readonly number[]): number[] {
  const pools: { value: number; weight: number; count: number }[] = [];
  wanted.forEach((value, i) => {
    let pool = { value, weight: weights[i] ?? 1, count: 1 };
    for (let last = pools.at(-1); last && last.value > pool.value; last = pools.at(-1)) {
      const weight = last.weight + pool.weight;
      pool = {
        value: (last.value * last.weight + pool.value * pool.weight) / weight,
        weight,
        count: last.count + pool.count,
      };
      pools.pop();
    }
    pools.push(pool);
  });
  return pools.flatMap(({ value, count }) => new Array<number>(count).fill(value));
}
