/** Room around the outermost samples, as a share of the longer side. */
const MARGIN = 0.06;
/** How much worse it is to lie beside the way than along it. */
const ASIDE = 2.5;

/** Places [rows, 2] as shares of a square from the top left: both axes on one scale, in the middle. */
export function intoSquare(places: Float32Array): Float32Array {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  places.forEach((value, i) => {
    low[i % 2] = Math.min(low[i % 2] as number, value);
    high[i % 2] = Math.max(high[i % 2] as number, value);
  });
  const spans = [0, 1].map((i) => (high[i] as number) - (low[i] as number));
  const side = Math.max(...spans) * (1 + 2 * MARGIN) || 1;
  return places.map((value, i) => {
    const middle = ((low[i % 2] as number) + (high[i % 2] as number)) / 2;
    const share = (value - middle) / side;
    return i % 2 === 0 ? 0.5 + share : 0.5 - share;
  });
}

/** The sample nearest to a place in the square, if one lies within reach. */
export function sampleAt(
  square: Float32Array,
  [u, v]: readonly [number, number],
  reach: number,
): number | undefined {
  let found: number | undefined;
  let least = reach;
  for (let row = 0; row < square.length / 2; row++) {
    const distance = Math.hypot(
      (square[2 * row] as number) - u,
      (square[2 * row + 1] as number) - v,
    );
    if (distance <= least) [found, least] = [row, distance];
  }
  return found;
}

/** The next sample from one of them in a direction, [right, down]; itself where there is none. */
export function nextSample(
  square: Float32Array,
  from: number,
  [right, down]: readonly [number, number],
): number {
  let found = from;
  let least = Number.POSITIVE_INFINITY;
  for (let row = 0; row < square.length / 2; row++) {
    const across = (square[2 * row] as number) - (square[2 * from] as number);
    const below = (square[2 * row + 1] as number) - (square[2 * from + 1] as number);
    const ahead = across * right + below * down;
    const aside = Math.abs(across * down) + Math.abs(below * right);
    const cost = ahead + ASIDE * aside;
    if (ahead > 0 && cost < least) [found, least] = [row, cost];
  }
  return found;
}
