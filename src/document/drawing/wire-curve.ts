import type { Flow } from '../schema.ts';

/** How far a wire leaves a port before it turns, in pixels. */
const REACH = 46;
/** How far it takes to change over to its lane and back, in pixels. */
const CHANGE = 66;

/** A wire as it is drawn, and the middle of it. */
export interface Curve {
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

/**
 * A wire from an output to an input, and the middle of it. Where the input lies behind the output, the
 * wire turns back in a wide S through the room between the two rows. `lane` is the line across the flow
 * on which it passes what stands in its way.
 */
export function wireCurve(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  { flow = 'right', lane }: { flow?: Flow | undefined; lane?: number | undefined } = {},
): Curve {
  if (flow === 'right') return draw(x1, y1, x2, y2, lane, (x, y) => `${x} ${y}`);
  const { path, x, y } = draw(y1, x1, y2, x2, lane, (along, across) => `${across} ${along}`);
  return { path, x: y, y: x };
}

function draw(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  lane: number | undefined,
  at: (x: number, y: number) => string,
): Curve {
  const x = (x1 + x2) / 2;
  const curve = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): string =>
    `C${at(ax, ay)} ${at(bx, by)} ${at(cx, cy)}`;
  if (lane !== undefined && x2 > x1) {
    const change = Math.min(CHANGE, (x2 - x1) / 2);
    const half = change / 2;
    const path = `M${at(x1, y1)}${curve(x1 + half, y1, x1 + half, lane, x1 + change, lane)}L${at(x2 - change, lane)}${curve(x2 - half, lane, x2 - half, y2, x2, y2)}`;
    return { path, x, y: lane };
  }
  if (x2 >= x1 - REACH / 2) {
    const reach = Math.max(REACH / 2, (x2 - x1) / 2);
    const path = `M${at(x1, y1)}${curve(x1 + reach, y1, x2 - reach, y2, x2, y2)}`;
    return { path, x, y: (y1 + y2) / 2 };
  }
  const apart = Math.abs(y2 - y1) > 40;
  const y = lane ?? (apart ? (y1 + y2) / 2 : Math.max(y1, y2) + 90);
  const path = `M${at(x1, y1)}${curve(x1 + REACH, y1, x1 + REACH, y, x1 - REACH, y)}L${at(x2 + REACH, y)}${curve(x2 - REACH, y, x2 - REACH, y2, x2, y2)}`;
  return { path, x, y };
}
