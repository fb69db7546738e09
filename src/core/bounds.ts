import type { Operation, PointwiseName } from './operation.ts';

type Bounds = readonly [number, number];
const share: Bounds = [0, 1];

/** Operations whose results lie between two numbers, whatever they are given. */
const bounds: { readonly [Name in Operation['op'] | PointwiseName]?: Bounds } = {
  sigmoid: share,
  hardSigmoid: share,
  softmax: share,
  tanh: [-1, 1],
};

/** Between which numbers all that an operation gives lies; nothing where there is no such bound on both sides. */
export const boundsOf = (operation: Operation | undefined): Bounds | undefined =>
  operation && bounds['name' in operation ? operation.name : operation.op];
