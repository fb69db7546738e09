import { err, ok, type Result } from '../../core/result.ts';
import type { TensorProblem, TextProblem } from '../../core/tensor/problem.ts';
import type { Tensor } from '../../core/tensor/tensor.ts';

const nothing: Tensor = { dtype: 'float32', shape: [], values: [] };

/** The first input of a step. The compiler has checked that it is there. */
export const first = ([tensor = nothing]: readonly Tensor[]): Tensor => tensor;

/** The second input of a step. The compiler has checked that it is there. */
export const second = ([, tensor = nothing]: readonly Tensor[]): Tensor => tensor;

/** What was typed, or why the step has no result. */
export const typed = <T>(result: Result<T, TextProblem>): Result<T, TensorProblem> =>
  result.ok ? ok(result.value) : err({ code: 'tensor-text', problem: result.error });
