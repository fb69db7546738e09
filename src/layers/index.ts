import { add } from './add.ts';
import { average } from './average.ts';
import { averagePool } from './average-pool.ts';
import { batchNormalisation } from './batch-normalisation.ts';
import { concatenate } from './concatenate.ts';
import { conv2d } from './conv2d.ts';
import { conv2dTranspose } from './conv2d-transpose.ts';
import type { LayerKind } from './define-layer.ts';
import { dense } from './dense.ts';
import { depthwiseConv2d } from './depthwise-conv2d.ts';
import { dropout } from './dropout.ts';
import { elu } from './elu.ts';
import { flatten } from './flatten.ts';
import { gaussianNoise } from './gaussian-noise.ts';
import { gelu } from './gelu.ts';
import { globalAveragePool } from './global-average-pool.ts';
import { globalMaxPool } from './global-max-pool.ts';
import { hardSigmoid } from './hard-sigmoid.ts';
import { images } from './images.ts';
import { inputShape } from './input-shape.ts';
import { layerNormalisation } from './layer-normalisation.ts';
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
import { separableConv2d } from './separable-conv2d.ts';
import { sigmoid } from './sigmoid.ts';
import { softmax } from './softmax.ts';
import { softplus } from './softplus.ts';
import { spatialDropout } from './spatial-dropout.ts';
import { swish } from './swish.ts';
import { table } from './table.ts';
import { tanh } from './tanh.ts';
import { upSampling } from './up-sampling.ts';
import { zeroPadding } from './zero-padding.ts';

/**
 * Every kind of node of a network, in the order of the palette. Adding one is one file and one line here.
 * Steps of calculations have their own list, in `tensors`.
 */
export const layerKinds: readonly LayerKind[] = [
  points,
  images,
  table,
  inputShape,
  dense,
  flatten,
  reshape,
  conv2d,
  depthwiseConv2d,
  separableConv2d,
  conv2dTranspose,
  zeroPadding,
  upSampling,
  maxPool,
  averagePool,
  globalAveragePool,
  globalMaxPool,
  dropout,
  spatialDropout,
  gaussianNoise,
  batchNormalisation,
  layerNormalisation,
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

/** The same kinds by name. A map, so that a hostile name finds nothing. */
export const layerCatalogue: ReadonlyMap<string, LayerKind> = new Map(
  layerKinds.map((kind) => [kind.kind, kind]),
);
