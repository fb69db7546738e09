import type { Flow, Wire } from '../schema.ts';
import type { Box } from './lanes.ts';
import { routesOf } from './routes.ts';
import { wireCurve } from './wire-curve.ts';

/** Room of what stands on a wire, and of its stroke, in pixels. */
const LABEL = 14;
/** How far a wire that turns back swings out beside its ends, in pixels. */
const SWING = 36;

/** A box on the canvas, in its pixels. */
type Room = Omit<Box, 'id'>;

/**
 * The boxes around wires that leave the rows of their nodes: those that turn back or pass something. A straight
 * one needs no room that its nodes do not have. Wires whose ends are not among the boxes are left out.
 */
export function wireRooms(boxes: readonly Box[], wires: readonly Wire[], flow: Flow): Room[] {
  return routesOf(wires, boxes, flow).flatMap(({ start: [x1, y1], end: [x2, y2], lane }) => {
    const isBack = flow === 'right' ? x2 < x1 : y2 < y1;
    if (lane === undefined && !isBack) return [];
    const { x, y } = wireCurve(x1, y1, x2, y2, { flow, lane });
    const swing = isBack ? SWING : 0;
    return flow === 'right'
      ? [around([x1 + swing, x2 - swing], [y - LABEL, y + LABEL])]
      : [around([x - LABEL, x + LABEL], [y1 + swing, y2 - swing])];
  });
}

function around([x1, x2]: readonly [number, number], [y1, y2]: readonly [number, number]): Room {
  const [x, y] = [Math.min(x1, x2), Math.min(y1, y2)];
  return { x, y, width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}
