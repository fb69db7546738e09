import { createRandom } from './random.ts';

/** The two directions along which rows vary most. Pearson 1901, Hotelling 1933. */
export interface Components {
  /** [width] */
  readonly mean: Float64Array;
  /** Two unit vectors that stand at right angles, one after another: [2, width]. */
  readonly directions: Float64Array;
  /** Share of all variance that lies along each, from 0 to 1. */
  readonly shares: readonly [number, number];
}

const MOST_ROUNDS = 100;
/** Rounds times numbers that are gone through at most; large tables get fewer rounds, and 8 at least. */
const MOST_EFFORT = 5e7;
/** A direction that turns by less (one minus the cosine) has been found. */
const STILL = 1e-12;
/** Keeps what was found before from being held to when the order of the variances has changed. */
const STIR = 1e-3;

/**
 * Principal components of rows [rows, width] by orthogonal iteration (Golub and Van Loan, section 7.3.2).
 * `from`, what was found for nearly the same rows, makes it quick and keeps the signs.
 */
export function principalComponents(
  values: Float32Array,
  rows: number,
  width: number,
  from?: Components,
): Components {
  const before = from?.mean.length === width ? from.directions : undefined;
  const { centred, mean, total } = centre(values, rows, width);
  const random = createRandom(0).fork('components');
  const directions = Float64Array.from({ length: 2 * width }, (_, i) =>
    before ? (before[i] as number) + STIR * random.normal() : random.normal(),
  );
  const [first, second] = [directions.subarray(0, width), directions.subarray(width)];
  straighten(first, second);
  const affordable = Math.max(8, Math.floor(MOST_EFFORT / centred.length));
  for (let round = 0; round < Math.min(MOST_ROUNDS, affordable); round++) {
    const held = directions.slice();
    for (const each of [first, second]) stretch(centred, rows, each);
    straighten(first, second);
    const turned = (each: Float64Array, at: number): number =>
      1 - Math.abs(dot(each, held.subarray(at, at + width)));
    if (turned(first, 0) < STILL && turned(second, width) < STILL) break;
  }
  const variances = turnToAxes(centred, rows, first, second);
  for (const [each, at] of [
    [first, 0],
    [second, width],
  ] as const) {
    const sign = before ? dot(each, before.subarray(at, at + width)) : outermost(each);
    if (sign < 0) for (let i = 0; i < width; i++) each[i] = -(each[i] as number);
  }
  const share = (variance: number): number => (total > 0 ? variance / total : 0);
  return { mean, directions, shares: [share(variances[0]), share(variances[1])] };
}

/** Where rows [rows, width] lie along the two directions: [rows, 2]. */
export function projected(
  values: Float32Array,
  rows: number,
  { mean, directions }: Components,
): Float32Array {
  const width = mean.length;
  const places = new Float32Array(2 * rows);
  for (let row = 0; row < rows; row++) {
    let across = 0;
    let up = 0;
    for (let i = 0; i < width; i++) {
      const value = (values[row * width + i] as number) - (mean[i] as number);
      across += value * (directions[i] as number);
      up += value * (directions[width + i] as number);
    }
    places[2 * row] = across;
    places[2 * row + 1] = up;
  }
  return places;
}

function centre(values: Float32Array, rows: number, width: number) {
  const mean = new Float64Array(width);
  for (let i = 0; i < rows * width; i++)
    mean[i % width] = (mean[i % width] ?? 0) + (values[i] ?? 0);
  for (let i = 0; i < width; i++) mean[i] = (mean[i] as number) / Math.max(1, rows);
  const centred = new Float64Array(rows * width);
  let total = 0;
  for (let i = 0; i < centred.length; i++) {
    const value = (values[i] as number) - (mean[i % width] as number);
    centred[i] = value;
    total += value * value;
  }
  return { centred, mean, total };
}

/** v becomes XᵀX·v; where that is nothing it stays. */
function stretch(centred: Float64Array, rows: number, v: Float64Array): void {
  const width = v.length;
  const scores = along(centred, rows, v);
  const next = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    const score = scores[row] as number;
    for (let i = 0; i < width; i++) {
      next[i] = (next[i] as number) + score * (centred[row * width + i] as number);
    }
  }
  if (dot(next, next) > 0) v.set(next);
}

/** X·v */
function along(centred: Float64Array, rows: number, v: Float64Array): Float64Array {
  const width = v.length;
  const scores = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let score = 0;
    for (let i = 0; i < width; i++)
      score += (centred[row * width + i] as number) * (v[i] as number);
    scores[row] = score;
  }
  return scores;
}

/** Makes both of length one and the second stand at a right angle to the first (Gram–Schmidt). */
function straighten(first: Float64Array, second: Float64Array): void {
  normalise(first);
  // Once more, for what the first pass leaves where both are nearly the same.
  for (let pass = 0; pass < 2; pass++) {
    normalise(second);
    const common = dot(first, second);
    for (let i = 0; i < first.length; i++) {
      second[i] = (second[i] as number) - common * (first[i] as number);
    }
  }
  normalise(second);
}

/** Turns two directions within their plane so that the first has the greatest variance; returns both. */
function turnToAxes(
  centred: Float64Array,
  rows: number,
  first: Float64Array,
  second: Float64Array,
): readonly [number, number] {
  const [a, b] = [along(centred, rows, first), along(centred, rows, second)];
  const [aa, ab, bb] = [dot(a, a), dot(a, b), dot(b, b)];
  const angle = Math.atan2(2 * ab, aa - bb) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < first.length; i++) {
    const [one, two] = [first[i] as number, second[i] as number];
    first[i] = cos * one + sin * two;
    second[i] = cos * two - sin * one;
  }
  const middle = (aa + bb) / 2;
  const reach = Math.hypot((aa - bb) / 2, ab);
  return [middle + reach, Math.max(0, middle - reach)];
}

function normalise(v: Float64Array): void {
  const length = Math.sqrt(dot(v, v));
  if (length > 0) for (let i = 0; i < v.length; i++) v[i] = (v[i] as number) / length;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** The entry that is farthest from 0. */
const outermost = (v: Float64Array): number =>
  v.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
