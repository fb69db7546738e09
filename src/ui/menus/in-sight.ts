import type { Position } from '../../document/schema.ts';

/** How far inside the canvas a menu opens at least, in pixels. */
const EDGE = 16;

/** The edges of a part of the screen, in client pixels. */
type Edges = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** The point within a part of the screen, and off its edges, that is nearest to a point; in client pixels. */
export function nearestWithin({ left, top, right, bottom }: Edges, { x, y }: Position): Position {
  const between = (low: number, value: number, high: number): number =>
    Math.max(low, Math.min(value, Math.max(low, high)));
  return {
    x: between(left + EDGE, x, right - EDGE),
    y: between(top + EDGE, y, bottom - EDGE),
  };
}

/** A point of the canvas that is in sight: what opens at a node is seen although the node is off the screen. */
export function inSight(point: Position): Position {
  const main = document.querySelector('main');
  return main ? nearestWithin(main.getBoundingClientRect(), point) : point;
}
