import { type SlidingWindow, windowAt } from './reading.ts';
import type { Shape } from './shape.ts';

/** Values of a tensor, row-major, last axis fastest. */
export interface Values {
  readonly shape: Shape;
  readonly values: ArrayLike<number>;
}

/** One pixel under the window. */
export interface Term {
  /** Row and column in the image; outside of it there is padding. */
  readonly y: number;
  readonly x: number;
  readonly isPadding: boolean;
  readonly pixel: number;
  /** The kernel's weight, for windows that have one. */
  readonly weight: number | undefined;
}

/** How one value of a map comes about. Sums are in double precision. */
export interface WindowSum {
  /** By channel that was read, row by row of the window. */
  readonly channels: readonly {
    readonly channel: number;
    readonly terms: readonly Term[];
    readonly sum: number;
  }[];
  readonly bias: number | undefined;
  /** Sum and bias; the largest or the mean value for pooling. */
  readonly result: number;
  /** Which term won, for max pooling. */
  readonly winner: number | undefined;
}

/** Where a value is: row, column and map. */
export interface Place {
  readonly y: number;
  readonly x: number;
  readonly map: number;
}

/** The sum behind one value of a layer that slides a window over its input. */
export function windowSum(
  input: Values,
  weights: readonly Values[],
  window: SlidingWindow,
  { y, x, map }: Place,
): WindowSum {
  const [kernel, bias] = weights;
  const read = channelsRead(input.shape, kernel, window, map);
  const region = windowAt(input.shape, window, y, x);
  const channels = read.map((channel, nth) => {
    const terms = cellsOf(region.top, region.left, window.size).map(([row, column], tap): Term => {
      const weight =
        kernel && weightAt(kernel, tap, window.does === 'depthwise' ? map : nth, map, window);
      return termAt(input, row, column, channel, weight);
    });
    const sum = terms.reduce((total, { pixel, weight = 1 }) => total + pixel * weight, 0);
    return { channel, terms, sum };
  });
  const [first] = channels;
  const inside = first?.terms.filter(({ isPadding }) => !isPadding) ?? [];
  if (window.does === 'max') {
    const best = inside.reduce((top, { pixel }) => Math.max(top, pixel), Number.NEGATIVE_INFINITY);
    const winner = first?.terms.findIndex(({ isPadding, pixel }) => !isPadding && pixel === best);
    return { channels, bias: undefined, result: best, winner };
  }
  const total = channels.reduce((sum, channel) => sum + channel.sum, 0);
  // Padding does not count in a mean.
  if (window.does === 'mean') {
    return { channels, bias: undefined, result: total / inside.length, winner: undefined };
  }
  const shift = bias?.values[map];
  return { channels, bias: shift, result: total + (shift ?? 0), winner: undefined };
}

/** Channels that one map is made of: all of them, or one. */
function channelsRead(
  input: Shape,
  kernel: Values | undefined,
  { does }: SlidingWindow,
  map: number,
): number[] {
  const channels = input[2] ?? 1;
  if (does === 'convolve') return Array.from({ length: channels }, (_, i) => i);
  const multiplier = does === 'depthwise' ? (kernel?.shape[3] ?? 1) : 1;
  return [Math.floor(map / multiplier)];
}

/** Kernels are [kh, kw, channels, filters]; depthwise ones [kh, kw, channels, multiplier]. */
function weightAt(
  kernel: Values,
  tap: number,
  channel: number,
  map: number,
  { does }: SlidingWindow,
): number {
  const [, , channels = 1, filters = 1] = kernel.shape;
  const at =
    does === 'depthwise'
      ? tap * channels * filters + map
      : (tap * channels + channel) * filters + map;
  return kernel.values[at] ?? 0;
}

function termAt(
  { shape, values }: Values,
  y: number,
  x: number,
  channel: number,
  weight: number | undefined,
): Term {
  const [height = 0, width = 0, channels = 1] = shape;
  const isPadding = y < 0 || y >= height || x < 0 || x >= width;
  const pixel = isPadding ? 0 : (values[(y * width + x) * channels + channel] ?? 0);
  return { y, x, isPadding, pixel, weight };
}

const cellsOf = (top: number, left: number, [height, width]: readonly [number, number]) =>
  Array.from(
    { length: height * width },
    (_, tap) => [top + Math.floor(tap / width), left + (tap % width)] as const,
  );

/** One value of a tensor of maps. */
export function valueAt({ shape, values }: Values, { y, x, map }: Place): number {
  const [, width = 0, channels = 1] = shape;
  return values[(y * width + x) * channels + map] ?? 0;
}
