import { err, ok, type Result } from '../core/result.ts';
import type { Shape } from '../core/shape.ts';
import type { ShapeProblem } from './define-layer.ts';

/** The only input of a layer that takes one. The compiler has checked that it is there. */
export const only = (inputs: readonly Shape[]): Shape => inputs[0] ?? [];

/** A failure if the input's rank is not the expected one. Rank 1 is a row, 3 an image [h, w, c]. */
export const requireRank = (input: Shape, expected: number): Result<Shape, ShapeProblem> =>
  input.length === expected ? ok(input) : err({ code: 'rank-mismatch', expected, got: input });

/** How a window slides over an image. */
export interface Window {
  readonly size: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly padding: 'same' | 'valid';
}

/**
 * Height and width after sliding a window over [h, w, c]. VALID: ⌊(n − k) / s⌋ + 1; SAME: ⌈n / s⌉.
 * Dumoulin and Visin 2016, relationships 5 and 7.
 */
export function slideWindow(input: Shape, window: Window): Result<Shape, ShapeProblem> {
  const image = requireRank(input, 3);
  if (!image.ok) return image;
  const sides: number[] = [];
  for (const axis of [0, 1] as const) {
    const n = input[axis] ?? 0;
    const k = window.size[axis];
    const s = window.strides[axis];
    if (window.padding === 'valid' && k > n) {
      return err({ code: 'kernel-too-large', window: window.size, got: input });
    }
    sides.push(window.padding === 'same' ? Math.ceil(n / s) : Math.floor((n - k) / s) + 1);
  }
  return ok(sides);
}
