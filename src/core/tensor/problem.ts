import type { Shape } from '../shape.ts';
import type { Dtype } from './tensor.ts';

/** Why a calculation has no result, with the numbers. Words live in `i18n` under `problem.<code>`. */
export type TensorProblem =
  /** The inner axes of a matrix product. */
  | {
      readonly code: 'product-sizes';
      readonly first: Shape;
      readonly second: Shape;
      readonly columns: number;
      readonly rows: number;
    }
  | { readonly code: 'product-rank'; readonly got: Shape }
  /** Two sizes that differ and of which neither is 1, `axis` counted from the end, −1 the last. */
  | {
      readonly code: 'broadcast-sizes';
      readonly first: Shape;
      readonly second: Shape;
      readonly axis: number;
      readonly left: number;
      readonly right: number;
    }
  | {
      readonly code: 'axis-range';
      readonly axis: number;
      readonly got: Shape;
      readonly most: number;
    }
  | { readonly code: 'axis-none' }
  | { readonly code: 'axes-order'; readonly axes: readonly number[]; readonly got: Shape }
  | { readonly code: 'tensor-size'; readonly wanted: Shape; readonly got: Shape }
  | { readonly code: 'squeeze-size'; readonly axis: number; readonly got: Shape }
  | { readonly code: 'stack-shapes'; readonly first: Shape; readonly other: Shape }
  | { readonly code: 'slice-rank'; readonly given: number; readonly got: Shape }
  | {
      readonly code: 'slice-range';
      readonly part: string;
      readonly axis: number;
      readonly got: Shape;
    }
  | { readonly code: 'dtypes-differ'; readonly first: Dtype; readonly second: Dtype }
  | { readonly code: 'dtype-unfit'; readonly expected: 'number' | Dtype; readonly got: Dtype }
  | { readonly code: 'too-many-values'; readonly shape: Shape; readonly limit: number }
  | { readonly code: 'calculation-too-large'; readonly limit: number }
  | { readonly code: 'tensor-text'; readonly problem: TextProblem };

/** Where and why a typed text is not what was asked for. `at` counts characters from 1. */
export interface TextProblem {
  readonly reason:
    | 'empty'
    | 'unexpected'
    | 'unclosed'
    | 'left-over'
    | 'ragged'
    | 'mixed-depth'
    | 'mixed-types'
    | 'no-values'
    | 'too-large'
    | 'too-many'
    | 'too-deep'
    | 'not-whole'
    | 'not-size'
    | 'not-part';
  readonly at: number;
  /** What stands there. */
  readonly found: string;
  /** Further numbers of the sentence. */
  readonly got?: number;
  readonly wanted?: number;
}
