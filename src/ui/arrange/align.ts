import type { Box } from '../../document/drawing/lanes.ts';
import type { Position } from '../../document/schema.ts';

/** Edges and middles by which nodes are brought into line. */
export const edges = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;

/** An edge or a middle by which nodes are brought into line. */
export type Edge = (typeof edges)[number];

/** Along which nodes get like gaps. */
export type Axis = 'horizontal' | 'vertical';

/**
 * Positions that bring boxes into line with the outermost of them, or with the middle of all. Where ports
 * stand at one distance below the tops of cards, these are brought level by `middle`, so that wires between
 * them are straight.
 */
export function align(
  boxes: readonly Box[],
  edge: Edge,
  portTop?: number,
): Record<string, Position> {
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const ports = boxes.map(({ y }) => y + (portTop ?? 0));
  const middlePort = (Math.min(...ports) + Math.max(...ports)) / 2;
  const to: Record<Edge, (box: Box) => Position> = {
    left: ({ y }) => ({ x: left, y }),
    centre: ({ width, y }) => ({ x: (left + right - width) / 2, y }),
    right: ({ width, y }) => ({ x: right - width, y }),
    top: ({ x }) => ({ x, y: top }),
    middle: ({ x, height }) => ({
      x,
      y: portTop === undefined ? (top + bottom - height) / 2 : middlePort - portTop,
    }),
    bottom: ({ x, height }) => ({ x, y: bottom - height }),
  };
  return Object.fromEntries(boxes.map((box) => [box.id, to[edge](box)]));
}

/**
 * Positions that leave like gaps between boxes, the first and the last of which stay. Where there is no
 * room for gaps, they overlap alike.
 */
export function distribute(boxes: readonly Box[], axis: Axis): Record<string, Position> {
  const across = axis === 'horizontal';
  const start = ({ x, y }: Box): number => (across ? x : y);
  const length = ({ width, height }: Box): number => (across ? width : height);
  const order = boxes.toSorted((a, b) => start(a) + length(a) / 2 - start(b) - length(b) / 2);
  const [first, last] = [order[0], order.at(-1)];
  if (!first || !last || order.length < 3) return {};
  const room = start(last) + length(last) - start(first);
  const gap = (room - order.reduce((sum, box) => sum + length(box), 0)) / (order.length - 1);
  let at = start(first);
  return Object.fromEntries(
    order.map((box) => {
      const here = box === last ? start(last) : at;
      at += length(box) + gap;
      return [box.id, across ? { x: here, y: box.y } : { x: box.x, y: here }];
    }),
  );
}
