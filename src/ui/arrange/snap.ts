import type { Box } from '../../document/drawing/lanes.ts';

/** A line along which what is dragged stands level with others; `at` is its place across. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** By how much what is dragged is moved on, and the lines that say why. */
export interface Snap {
  readonly x: number;
  readonly y: number;
  readonly guides: readonly Guide[];
}

/** The way from a dragged box to where an edge or its middle is level with that of another box in reach. */
export function snapTo(moving: Box, others: readonly Box[], reach: number): Snap {
  const [x, y] = (['x', 'y'] as const).map((axis) => nearest(moving, others, axis, reach));
  const at: Box = { ...moving, x: moving.x + (x ?? 0), y: moving.y + (y ?? 0) };
  return {
    x: x ?? 0,
    y: y ?? 0,
    guides: [
      ...(x === undefined ? [] : guidesOf(at, others, 'x')),
      ...(y === undefined ? [] : guidesOf(at, others, 'y')),
    ],
  };
}

/** The edges of a box and its middle, along an axis. */
const linesOf = (box: Box, axis: 'x' | 'y'): number[] => {
  const length = axis === 'x' ? box.width : box.height;
  return [box[axis], box[axis] + length / 2, box[axis] + length];
};

function nearest(
  moving: Box,
  others: readonly Box[],
  axis: 'x' | 'y',
  reach: number,
): number | undefined {
  const mine = linesOf(moving, axis);
  return others
    .flatMap((other) => linesOf(other, axis).map((line, i) => line - (mine[i] ?? line)))
    .filter((way) => Math.abs(way) <= reach)
    .reduce<number | undefined>(
      (best, way) => (best === undefined || Math.abs(way) < Math.abs(best) ? way : best),
      undefined,
    );
}

function guidesOf(moving: Box, others: readonly Box[], axis: 'x' | 'y'): Guide[] {
  const ends = (box: Box): [number, number] =>
    axis === 'x' ? [box.y, box.y + box.height] : [box.x, box.x + box.width];
  return linesOf(moving, axis).flatMap((at, i) => {
    const level = others.filter((other) => Math.abs((linesOf(other, axis)[i] ?? at) - at) < 0.5);
    if (level.length === 0) return [];
    const all = [moving, ...level].flatMap(ends);
    return [{ axis, at, from: Math.min(...all), to: Math.max(...all) }];
  });
}
