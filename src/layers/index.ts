import { add } from './add.ts';
import { averagePool } from './average-pool.ts';
import { batchNormalisation } from './batch-normalisation.ts';
import { concatenate } from './concatenate.ts';
import { conv2d } from './conv2d.ts';
import type { LayerKind } from './define-layer.ts';
import { dense } from './dense.ts';
import { dropout } from './dropout.ts';
import { flatten } from './flatten.ts';
import { images } from './images.ts';
import { leakyRelu } from './leaky-relu.ts';
import { loss } from './loss.ts';
import { maxPool } from './max-pool.ts';
import { points } from './points.ts';
import { relu } from './relu.ts';
import { sigmoid } from './sigmoid.ts';
import { softmax } from './softmax.ts';
import { tanh } from './tanh.ts';

/** Every kind of node, in the order of the palette. Adding one is one file and one line here. */
export const layerKinds: readonly LayerKind[] = [
  points,
  images,
  dense,
  flatten,
  conv2d,
  maxPool,
  averagePool,
  dropout,
  batchNormalisation,
  sigmoid,
  tanh,
  relu,
  leakyRelu,
  softmax,
  add,
  concatenate,
  loss,
];

/** The same kinds by name. A map, so that a hostile name finds nothing. */
export const layerCatalogue: ReadonlyMap<string, LayerKind> = new Map(
  layerKinds.map((kind) => [kind.kind, kind]),
);
