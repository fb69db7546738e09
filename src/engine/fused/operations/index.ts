import type { Operation, OperationOf } from '../../../core/operation.ts';
import type { Kernel, Workspace } from '../operation.ts';
import { affine } from './affine.ts';
import { batchNorm } from './batch-norm.ts';
import { concat } from './concat.ts';
import { dropout } from './dropout.ts';
import { layerNorm } from './layer-norm.ts';
import { leakyRelu, relu } from './leaky-relu.ts';
import { maximum } from './maximum.ts';
import { noise } from './noise.ts';
import { pointwise } from './pointwise.ts';
import { product } from './product.ts';
import { sigmoid } from './sigmoid.ts';
import { softmax } from './softmax.ts';
import { mean, sum } from './sum.ts';
import { tanh } from './tanh.ts';

type Computed = Exclude<Operation, { op: 'identity' }>;

const kernels: {
  readonly [Name in Computed['op']]: (operation: OperationOf<Name>, space: Workspace) => Kernel;
} = {
  affine,
  batchNorm,
  concat,
  dropout,
  layerNorm,
  leakyRelu,
  maximum,
  mean,
  noise,
  pointwise,
  product,
  relu,
  sigmoid,
  softmax,
  sum,
  tanh,
};

/** An operation on its workspace. An identity has no kernel: it shares its input's memory. */
export function createKernel(operation: Computed, space: Workspace): Kernel {
  const create = kernels[operation.op] as (operation: Operation, space: Workspace) => Kernel;
  return create(operation, space);
}
