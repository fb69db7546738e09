import type { Operation, OperationOf } from '../../../core/operation.ts';
import type { Kernel, Workspace } from '../operation.ts';
import { affine } from './affine.ts';
import { batchNorm } from './batch-norm.ts';
import { concat } from './concat.ts';
import { dropout } from './dropout.ts';
import { leakyRelu, relu } from './leaky-relu.ts';
import { sigmoid } from './sigmoid.ts';
import { softmax } from './softmax.ts';
import { sum } from './sum.ts';
import { tanh } from './tanh.ts';

type Computed = Exclude<Operation, { op: 'identity' }>;

const kernels: {
  readonly [Name in Computed['op']]: (operation: OperationOf<Name>, space: Workspace) => Kernel;
} = { affine, batchNorm, concat, dropout, leakyRelu, relu, sigmoid, softmax, sum, tanh };

/** An operation on its workspace. An identity has no kernel: it shares its input's memory. */
export function createKernel(operation: Computed, space: Workspace): Kernel {
  const create = kernels[operation.op] as (operation: Operation, space: Workspace) => Kernel;
  return create(operation, space);
}
