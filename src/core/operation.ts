/**
 * What a layer computes, in the vocabulary of the fused executor. Plain data: it travels with the
 * lowered network. A kind that states none runs on TensorFlow.js alone.
 */
export type Operation =
  /** x·W + b, with penalties l1·Σ|W| + l2·ΣW² on the kernel. */
  | { readonly op: 'affine'; readonly l1: number; readonly l2: number }
  | { readonly op: 'sigmoid' }
  | { readonly op: 'tanh' }
  | { readonly op: 'relu' }
  /** Like `relu`, with a slope below zero. */
  | { readonly op: 'leakyRelu'; readonly slope: number }
  /** A smooth function of each value by itself. */
  | { readonly op: 'pointwise'; readonly name: PointwiseName }
  /** Over the last axis. */
  | { readonly op: 'softmax' }
  /** `rate` is the share that is dropped. */
  | { readonly op: 'dropout'; readonly rate: number }
  /** Per channel, the last axis. */
  | { readonly op: 'batchNorm'; readonly momentum: number; readonly epsilon: number }
  /** Normal draws of that deviation are added while training. */
  | { readonly op: 'noise'; readonly deviation: number }
  /** Per sample, over the last axis. */
  | { readonly op: 'layerNorm'; readonly epsilon: number }
  | { readonly op: 'sum' }
  | { readonly op: 'mean' }
  | { readonly op: 'product' }
  | { readonly op: 'maximum' }
  /** Along the last axis. */
  | { readonly op: 'concat' }
  /** The same values in the same order, whatever their shape is called. */
  | { readonly op: 'identity' };

/** Functions of one value that need nothing but their name. */
export type PointwiseName = 'elu' | 'selu' | 'gelu' | 'softplus' | 'swish' | 'hardSigmoid';

/** The operation of a given name. */
export type OperationOf<Name extends Operation['op']> = Extract<Operation, { op: Name }>;
