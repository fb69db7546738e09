/** How far a wire leaves a port before it turns, in pixels. */
const REACH = 46;

/**
 * A wire from an output to an input, and the middle of it. Where the input lies to the left, the wire
 * turns back in a wide S through the room between the two rows.
 */
export function wireCurve(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): { path: string; x: number; y: number } {
  const x = (x1 + x2) / 2;
  if (x2 >= x1 - REACH / 2) {
    const reach = Math.max(REACH / 2, (x2 - x1) / 2);
    const path = `M${x1} ${y1}C${x1 + reach} ${y1} ${x2 - reach} ${y2} ${x2} ${y2}`;
    return { path, x, y: (y1 + y2) / 2 };
  }
  const apart = Math.abs(y2 - y1) > 40;
  const y = apart ? (y1 + y2) / 2 : Math.max(y1, y2) + 90;
  const path = `M${x1} ${y1}C${x1 + REACH} ${y1} ${x1 + REACH} ${y} ${x1 - REACH} ${y}L${x2 + REACH} ${y}C${x2 - REACH} ${y} ${x2 - REACH} ${y2} ${x2} ${y2}`;
  return { path, x, y };
}
