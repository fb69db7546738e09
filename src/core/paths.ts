import { assertNever } from './assert-never.ts';
import { type Derivative, slopeAt } from './derivative.ts';
import { type SlidingWindow, windowAt } from './reading.ts';
import { sizeOf } from './shape.ts';
import type { Values } from './window-sum.ts';

/** One sample on its way through a layer. */
export interface Passage {
  readonly inputs: readonly Values[];
  readonly output: Values;
  /** In the order of the layer's weight tensors. */
  readonly weights: readonly Values[];
}

/** A way on which a number reaches the output: ∂y[at] / ∂number. */
export interface Path {
  /** Place in the output, row-major. */
  readonly at: number;
  readonly slope: number;
}

const at = ({ values }: Values, index: number): number => values[index] ?? 0;

/** All ways from one value of an input to the output; those with slope 0 may be left out. */
export function pathsOfInput(
  derivative: Derivative,
  { inputs, output, weights }: Passage,
  input: number,
  index: number,
): readonly Path[] {
  const x = inputs[input];
  if (!x) return [];
  switch (derivative.of) {
    case 'each':
      return [{ at: index, slope: slopeAt(derivative.slope, at(x, index), at(output, index)) }];
    case 'product': {
      const [kernel] = weights;
      const units = sizeOf(output.shape);
      return Array.from({ length: kernel ? units : 0 }, (_, unit) => ({
        at: unit,
        slope: kernel?.values[index * units + unit] ?? 0,
      }));
    }
    case 'window':
      return throughWindow(derivative.window, { x, output, weights }, index);
    case 'shares': {
      const width = x.shape.at(-1) ?? 1;
      const from = index - (index % width);
      const own = at(output, index);
      return Array.from({ length: width }, (_, i) => ({
        at: from + i,
        slope: at(output, from + i) * ((from + i === index ? 1 : 0) - own),
      }));
    }
    case 'whole': {
      const channels = x.shape.at(-1) ?? 1;
      const map = index % channels;
      const places = sizeOf(x.shape) / channels;
      if (derivative.takes === 'mean') return [{ at: map, slope: 1 / places }];
      return [{ at: map, slope: winnerOf(x, map, channels) === index ? 1 : 0 }];
    }
    case 'relabel':
    case 'sum':
      return [{ at: index, slope: 1 }];
    case 'mean':
      return [{ at: index, slope: 1 / inputs.length }];
    case 'mask':
      return [{ at: index, slope: at(output, index) === 0 ? 0 : derivative.scale }];
    case 'times': {
      const others = inputs.filter((_, i) => i !== input).map((other) => at(other, index));
      return [{ at: index, slope: others.reduce((product, value) => product * value, 1) }];
    }
    case 'largest': {
      const rivals = inputs.map((rival) => at(rival, index));
      return [{ at: index, slope: rivals.indexOf(Math.max(...rivals)) === input ? 1 : 0 }];
    }
    case 'concat': {
      const width = x.shape.at(-1) ?? 1;
      const whole = output.shape.at(-1) ?? 1;
      const before = inputs
        .slice(0, input)
        .reduce((sum, { shape }) => sum + (shape.at(-1) ?? 0), 0);
      const place = Math.floor(index / width);
      return [{ at: place * whole + before + (index % width), slope: 1 }];
    }
    default:
      return assertNever(derivative);
  }
}

/** All ways from one number of a weight tensor to the output; nothing where the layer's weights are not followed. */
export function pathsOfWeight(
  derivative: Derivative,
  { inputs, output, weights }: Passage,
  tensor: number,
  index: number,
): readonly Path[] | undefined {
  const [x] = inputs;
  if (!x) return undefined;
  if (derivative.of === 'product') {
    const units = sizeOf(output.shape);
    if (tensor === 1) return [{ at: index, slope: 1 }];
    return [{ at: index % units, slope: at(x, Math.floor(index / units)) }];
  }
  if (derivative.of !== 'window' || !isWeighted(derivative.window)) return undefined;
  const { window } = derivative;
  const [, width = 0, maps = 1] = output.shape;
  const places = Array.from({ length: sizeOf(output.shape) / maps }, (_, place) => place);
  if (tensor === 1) return places.map((place) => ({ at: place * maps + index, slope: 1 }));
  const [, , channels = 1, filters = 1] = weights[0]?.shape ?? [];
  const tap = Math.floor(index / (channels * filters));
  const channel = Math.floor(index / filters) % channels;
  const map = window.does === 'depthwise' ? channel * filters + (index % filters) : index % filters;
  return places.flatMap((place) => {
    const { top, left } = windowAt(x.shape, window, Math.floor(place / width), place % width);
    const pixel = pixelAt(
      x,
      top + Math.floor(tap / window.size[1]),
      left + (tap % window.size[1]),
      channel,
    );
    return pixel === undefined ? [] : [{ at: place * maps + map, slope: pixel }];
  });
}

const isWeighted = ({ does }: SlidingWindow): boolean =>
  does === 'convolve' || does === 'depthwise';

/** A pixel of an image [h, w, c]; nothing in the padding. */
function pixelAt(x: Values, row: number, column: number, channel: number): number | undefined {
  const [height = 0, width = 0, channels = 1] = x.shape;
  if (row < 0 || column < 0 || row >= height || column >= width) return undefined;
  return at(x, (row * width + column) * channels + channel);
}

/** Where the largest number of a map is; the first of several. */
function winnerOf(x: Values, map: number, channels: number): number {
  let best = map;
  for (let i = map; i < x.values.length; i += channels) {
    if (at(x, i) > at(x, best)) best = i;
  }
  return best;
}

/** All windows that cover a pixel, and what each makes of it. */
function throughWindow(
  window: SlidingWindow,
  { x, output, weights }: { x: Values; output: Values; weights: readonly Values[] },
  index: number,
): Path[] {
  const [, width = 1, channels = 1] = x.shape;
  const [rows = 0, columns = 0, maps = 1] = output.shape;
  const channel = index % channels;
  const row = Math.floor(index / channels / width);
  const column = Math.floor(index / channels) % width;
  const paths: Path[] = [];
  const first = windowAt(x.shape, window, 0, 0);
  const [down, across] = window.strides;
  const range = (place: number, start: number, size: number, stride: number, end: number) => ({
    from: Math.max(0, Math.ceil((place - start - size + 1) / stride)),
    to: Math.min(end - 1, Math.floor((place - start) / stride)),
  });
  const vertical = range(row, first.top, window.size[0], down, rows);
  const horizontal = range(column, first.left, window.size[1], across, columns);
  for (let oy = vertical.from; oy <= vertical.to; oy++) {
    for (let ox = horizontal.from; ox <= horizontal.to; ox++) {
      const { top, left } = windowAt(x.shape, window, oy, ox);
      const tap = (row - top) * window.size[1] + (column - left);
      const to = (oy * columns + ox) * maps;
      for (const { map, slope } of tapSlopes(window, weights, tap, channel, maps)) {
        paths.push({ at: to + map, slope });
      }
      if (window.does === 'max') {
        const wins = winnerUnder(x, window, top, left, channel) === index;
        paths.push({ at: to + channel, slope: wins ? 1 : 0 });
      }
      if (window.does === 'mean') {
        paths.push({ at: to + channel, slope: 1 / pixelsUnder(x, window, top, left).length });
      }
    }
  }
  return paths;
}

/** What a kernel makes of the pixel under one of its taps, by map. */
function tapSlopes(
  { does }: SlidingWindow,
  weights: readonly Values[],
  tap: number,
  channel: number,
  maps: number,
): { readonly map: number; readonly slope: number }[] {
  const [kernel, mixing] = weights;
  if (!kernel) return [];
  const [, , channels = 1, filters = 1] = kernel.shape;
  const own = (filter: number): number => at(kernel, (tap * channels + channel) * filters + filter);
  const each = (count: number) => Array.from({ length: count }, (_, i) => i);
  if (does === 'convolve') return each(filters).map((map) => ({ map, slope: own(map) }));
  if (does === 'depthwise') {
    return each(filters).map((filter) => ({ map: channel * filters + filter, slope: own(filter) }));
  }
  if (does !== 'separable' || !mixing) return [];
  // Two kernels after one another: [1, 1, channels · filters, maps] mixes what the first one gives.
  return each(maps).map((map) => ({
    map,
    slope: each(filters).reduce(
      (sum, filter) => sum + own(filter) * at(mixing, (channel * filters + filter) * maps + map),
      0,
    ),
  }));
}

/** Pixels of the image that a window covers, as places in [h, w]. */
function pixelsUnder(x: Values, { size }: SlidingWindow, top: number, left: number): number[] {
  const [height = 0, width = 0] = x.shape;
  const places: number[] = [];
  for (let row = Math.max(0, top); row < Math.min(height, top + size[0]); row++) {
    for (let column = Math.max(0, left); column < Math.min(width, left + size[1]); column++) {
      places.push(row * width + column);
    }
  }
  return places;
}

function winnerUnder(
  x: Values,
  window: SlidingWindow,
  top: number,
  left: number,
  channel: number,
): number {
  const channels = x.shape[2] ?? 1;
  const places = pixelsUnder(x, window, top, left).map((place) => place * channels + channel);
  return places.reduce((best, i) => (at(x, i) > at(x, best) ? i : best), places[0] ?? -1);
}
