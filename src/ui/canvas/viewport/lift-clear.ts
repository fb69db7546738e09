import type { Rect, Viewport } from '@xyflow/react';
import type { Cover } from './view-around.ts';

/** Room kept between a node and what lies over the canvas, in pixels of the screen. */
const GAP = 10;

/**
 * The view moved up so far that nothing at the lower edge of the canvas lies over boxes that are to be seen; none
 * where nothing does. What stands highest of them stays on the canvas.
 */
export function liftClear(
  { x, y, zoom }: Viewport,
  boxes: readonly Rect[],
  covers: readonly Cover[],
): Viewport | undefined {
  const seen = boxes.map((box) => ({
    left: box.x * zoom + x,
    top: box.y * zoom + y,
    right: (box.x + box.width) * zoom + x,
    bottom: (box.y + box.height) * zoom + y,
  }));
  const lifts = covers
    .filter(({ sides }) => sides.includes('bottom'))
    .flatMap(({ box: cover }) =>
      seen
        .filter(
          ({ left, top, right, bottom }) =>
            left < cover.x + cover.width &&
            right > cover.x &&
            top < cover.y + cover.height &&
            bottom > cover.y,
        )
        .map(({ bottom }) => bottom - cover.y + GAP),
    );
  if (lifts.length === 0) return undefined;
  const highest = Math.min(...seen.map(({ top }) => top)) - GAP;
  const lift = Math.min(Math.max(...lifts), highest);
  return lift > 0 ? { x, y: y - lift, zoom } : undefined;
}
