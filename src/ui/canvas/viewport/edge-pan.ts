import type { Position } from '../../../document/schema.ts';

/** How near the canvas's edge a pointer moves what is seen, in pixels of the screen. */
const NEAR = 40;
/** How far it moves in a frame where the pointer is at the very edge, in pixels of the screen. */
const MOST = 8;

/**
 * How far what is seen of the canvas moves in a frame, in pixels of the screen, while a pointer that draws
 * something rests at a point: towards what is beyond the edge that it is near, faster the nearer it is. Nothing
 * moves where the point is outside the canvas.
 */
export function edgePan(
  { x, y }: Position,
  { left, top, right, bottom }: Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>,
): Position {
  if (x < left || x > right || y < top || y > bottom) return { x: 0, y: 0 };
  return { x: along(x - left, right - x), y: along(y - top, bottom - y) };
}

/** Of two edges that are opposite each other, the pointer is `before` behind the one and `after` ahead of the other. */
function along(before: number, after: number): number {
  const share = (distance: number): number => Math.max(0, 1 - distance / NEAR);
  const by = MOST * (share(before) - share(after));
  return by === 0 ? 0 : by;
}
