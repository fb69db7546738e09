import { add } from './add.ts';
import { average } from './average.ts';
import { averagePool } from './average-pool.ts';
import { concatenate } from './concatenate.ts';
import { conv2d } from './conv2d.ts';
import type { LayerKind } from './define-layer.ts';
import { dense } from './dense.ts';
import { dropout } from './dropout.ts';
import { elu } from './elu.ts';
import { flatten } from './flatten.ts';
import { gelu } from './gelu.ts';
import { globalAveragePool } from './global-average-pool.ts';
import { globalMaxPool } from './global-max-pool.ts';
import { hardSigmoid } from './hard-sigmoid.ts';
import { images } from './images.ts';
import { inputShape } from './input-shape.ts';
import { leakyRelu } from './leaky-relu.ts';
import { linear } from './linear.ts';
import { loss } from './loss.ts';
import { maxPool } from './max-pool.ts';
import { maximum } from './maximum.ts';
import { multiply } from './multiply.ts';
import { points } from './points.ts';
import { relu } from './relu.ts';
import { reshape } from './reshape.ts';
import { selu } from './selu.ts';
import { sigmoid } from './sigmoid.ts';
import { softmax } from './softmax.ts';
import { softplus } from './softplus.ts';
import { swish } from './swish.ts';
import { table } from './table.ts';
import { tanh } from './tanh.ts';

/** Kinds that the first screen has, in the order of the palette; the others of `index.ts` come after it. */
export const firstKinds: readonly LayerKind[] = [
  points,
  images,
  table,
  inputShape,
  dense,
  flatten,
  reshape,
  conv2d,
  maxPool,
  averagePool,
  globalAveragePool,
  globalMaxPool,
  dropout,
  sigmoid,
  tanh,
  relu,
  leakyRelu,
  elu,
  selu,
  gelu,
  softplus,
  swish,
  hardSigmoid,
  linear,
  softmax,
  add,
  multiply,
  average,
  maximum,
  concatenate,
  loss,
];
