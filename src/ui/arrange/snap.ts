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

/** A box, and where across the flow its ports stand, in pixels of the canvas; a comment has none. */
export interface PortedBox extends Box {
  readonly ports?: { readonly axis: 'x' | 'y'; readonly at: readonly number[] };
}

/**
 * The way from a dragged box to where it is level with another box in reach: its ports first, so that the
 * wire between them is straight, else an edge or the middle.
 */
export function snapTo(moving: PortedBox, others: readonly PortedBox[], reach: number): Snap {
  const [x, y] = (['x', 'y'] as const).map((axis) => nearest(moving, others, axis, reach));
  const at = movedOn(moving, { x: x ?? 0, y: y ?? 0 });
  return {
    x: x ?? 0,
    y: y ?? 0,
    guides: [
      ...(x === undefined ? [] : guidesOf(at, others, 'x')),
      ...(y === undefined ? [] : guidesOf(at, others, 'y')),
    ],
  };
}

function movedOn({ ports, ...box }: PortedBox, by: { x: number; y: number }): PortedBox {
  const to = { ...box, x: box.x + by.x, y: box.y + by.y };
  if (!ports) return to;
  return { ...to, ports: { axis: ports.axis, at: ports.at.map((each) => each + by[ports.axis]) } };
}

/** Lines of two boxes that can stand level. */
type Pair = readonly [mine: number, other: number];

/** The lines of the ports of two boxes, where they have any across an axis. */
function portPairs(a: PortedBox, b: PortedBox, axis: 'x' | 'y'): Pair[] {
  if (a.ports?.axis !== axis || b.ports?.axis !== axis) return [];
  const theirs = b.ports.at;
  return a.ports.at.flatMap((mine) => theirs.map((other): Pair => [mine, other]));
}

/** The edges of two boxes, and their middles; between level middles a wire from port to port is crooked. */
function edgePairs(a: PortedBox, b: PortedBox, axis: 'x' | 'y'): Pair[] {
  const side = axis === 'x' ? 'width' : 'height';
  const share = portPairs(a, b, axis).length > 0 ? [0, 1] : [0, 0.5, 1];
  return share.map((part) => [a[axis] + part * a[side], b[axis] + part * b[side]]);
}

function nearest(
  moving: PortedBox,
  others: readonly PortedBox[],
  axis: 'x' | 'y',
  reach: number,
): number | undefined {
  const shortest = (pairs: typeof portPairs): number | undefined =>
    others
      .flatMap((other) => pairs(moving, other, axis).map(([mine, line]) => line - mine))
      .filter((way) => Math.abs(way) <= reach)
      .reduce<number | undefined>(
        (best, way) => (best === undefined || Math.abs(way) < Math.abs(best) ? way : best),
        undefined,
      );
  return shortest(portPairs) ?? shortest(edgePairs);
}

function guidesOf(moving: PortedBox, others: readonly PortedBox[], axis: 'x' | 'y'): Guide[] {
  const ends = (box: Box): [number, number] =>
    axis === 'x' ? [box.y, box.y + box.height] : [box.x, box.x + box.width];
  const found = (pairs: typeof portPairs): Guide[] => {
    const level = new Map<number, PortedBox[]>();
    for (const other of others) {
      for (const [mine, line] of pairs(moving, other, axis)) {
        if (Math.abs(line - mine) < 0.5) level.set(mine, [...(level.get(mine) ?? []), other]);
      }
    }
    return [...level].map(([at, boxes]) => {
      const all = [moving, ...boxes].flatMap(ends);
      return { axis, at, from: Math.min(...all), to: Math.max(...all) };
    });
  };
  const ports = found(portPairs);
  return ports.length > 0 ? ports : found(edgePairs);
}
