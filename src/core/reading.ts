import { assertNever } from './assert-never.ts';
import type { Shape } from './shape.ts';

/**
 * Where a value of a layer's output comes from, for people who follow the arithmetic. Plain data: a kind
 * states how it reads, and pictures draw it.
 */
export type Reading =
  /** A window slides over the image [h, w, c]. */
  | ({ readonly how: 'window' } & SlidingWindow)
  /** Every output is a sum over all inputs, each times a weight of the kernel [inputs, units]. */
  | { readonly how: 'product' }
  /** Every output comes from the input at its own place. */
  | { readonly how: 'each' }
  /** The same numbers in the same order, in another shape. */
  | { readonly how: 'relabel' }
  /** Each output is its share of all exponentials, over the last axis. */
  | { readonly how: 'shares' }
  /** Every output comes from the whole of its map. */
  | { readonly how: 'whole' }
  /**
   * An output at place o, down and across, comes from the inputs i with o + from ≤ scale · i ≤ o + to:
   * a border, an enlargement, a window turned round.
   */
  | ({ readonly how: 'nearby' } & Nearby);

/** Which inputs belong to an output, for each side. */
export interface Nearby {
  readonly scale: readonly [number, number];
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** A window over an image, and what is made of what it covers. */
export interface SlidingWindow {
  readonly size: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly padding: 'same' | 'valid';
  /**
   * A sum with weights over all channels, one with the weights of its own channel, the two after one
   * another, or one value of each channel.
   */
  readonly does: 'convolve' | 'depthwise' | 'separable' | 'max' | 'mean';
}

/** Rows `top` up to `bottom` and columns `left` up to `right` of an image, ends not included. */
export interface Region {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a window covers for the output at row y and column x; may reach over the edge, into the padding. */
export function windowAt(input: Shape, window: SlidingWindow, y: number, x: number): Region {
  const { size, strides } = window;
  const top = y * strides[0] - padBefore(input[0] ?? 0, window, 0);
  const left = x * strides[1] - padBefore(input[1] ?? 0, window, 1);
  return { top, left, bottom: top + size[0], right: left + size[1] };
}

/**
 * Rows or columns of padding before the first pixel. SAME spreads what is needed evenly, and what is left
 * over goes to the end: an even kernel at stride 1 pads bottom and right only (Dumoulin and Visin 2016).
 */
function padBefore(side: number, window: SlidingWindow, axis: 0 | 1): number {
  if (window.padding === 'valid') return 0;
  const { [axis]: stride } = window.strides;
  const steps = Math.ceil(side / stride);
  const needed = Math.max(0, (steps - 1) * stride + window.size[axis] - side);
  return Math.floor(needed / 2);
}

/** What of a layer's input [h, w, c] a region of its output depends on; nothing where that is not known. */
export function regionBefore(
  input: Shape,
  reading: Reading | undefined,
  region: Region,
): Region | undefined {
  const [height = 1, width = 1] = input;
  const clip = ({ top, left, bottom, right }: Region): Region => ({
    top: Math.max(0, top),
    left: Math.max(0, left),
    bottom: Math.min(height, bottom),
    right: Math.min(width, right),
  });
  switch (reading?.how) {
    case undefined:
      return undefined;
    case 'each':
    case 'shares':
      return clip(region);
    case 'window': {
      const first = windowAt(input, reading, region.top, region.left);
      const last = windowAt(input, reading, region.bottom - 1, region.right - 1);
      return clip({ ...first, bottom: last.bottom, right: last.right });
    }
    case 'nearby': {
      const { scale, from, to } = reading;
      return clip({
        top: Math.ceil((region.top + from[0]) / scale[0]),
        left: Math.ceil((region.left + from[1]) / scale[1]),
        bottom: Math.floor((region.bottom - 1 + to[0]) / scale[0]) + 1,
        right: Math.floor((region.right - 1 + to[1]) / scale[1]) + 1,
      });
    }
    case 'product':
    case 'whole':
    case 'relabel':
      return { top: 0, left: 0, bottom: height, right: width };
    default:
      return assertNever(reading);
  }
}

/** The smallest region that holds both. */
export const unionOf = (a: Region, b: Region): Region => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});
