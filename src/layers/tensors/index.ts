import type { CalculationKind, LayerKind } from '../define-layer.ts';
import { layerKinds } from '../index.ts';
import { tensorAdd } from './tensor-add.ts';
import { tensorArgmax } from './tensor-argmax.ts';
import { tensorCast } from './tensor-cast.ts';
import { tensorConstant } from './tensor-constant.ts';
import { tensorExpandDims } from './tensor-expand-dims.ts';
import { tensorMean } from './tensor-mean.ts';
import { tensorMultiply } from './tensor-multiply.ts';
import { tensorOneHot } from './tensor-one-hot.ts';
import { tensorOnesLike } from './tensor-ones-like.ts';
import { tensorProduct } from './tensor-product.ts';
import { tensorRandom } from './tensor-random.ts';
import { tensorReshape } from './tensor-reshape.ts';
import { tensorSlice } from './tensor-slice.ts';
import { tensorSqueeze } from './tensor-squeeze.ts';
import { tensorStack } from './tensor-stack.ts';
import { tensorSubtract } from './tensor-subtract.ts';
import { tensorSum } from './tensor-sum.ts';
import { tensorTranspose } from './tensor-transpose.ts';
import { tensorZerosLike } from './tensor-zeros-like.ts';

/** Every step of a calculation, in the order of the palette. The page loads them after its first screen. */
export const calculationKinds: readonly CalculationKind[] = [
  tensorConstant,
  tensorRandom,
  tensorProduct,
  tensorAdd,
  tensorSubtract,
  tensorMultiply,
  tensorSum,
  tensorMean,
  tensorArgmax,
  tensorReshape,
  tensorTranspose,
  tensorSqueeze,
  tensorExpandDims,
  tensorSlice,
  tensorStack,
  tensorOneHot,
  tensorCast,
  tensorOnesLike,
  tensorZerosLike,
];

/** Every kind of node there is: of networks, then of calculations. */
export const allKinds: readonly LayerKind[] = [...layerKinds, ...calculationKinds];

/** The same kinds by name. A map, so that a hostile name finds nothing. */
export const fullCatalogue: ReadonlyMap<string, LayerKind> = new Map(
  allKinds.map((kind) => [kind.kind, kind]),
);
