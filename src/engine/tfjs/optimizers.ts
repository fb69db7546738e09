import type { Optimizer } from '@tensorflow/tfjs-core';
import { assertNever } from '../../core/assert-never.ts';
import type { OptimizerSettings } from '../../document/training-schema.ts';
import type { Tf } from '../../layers/define-layer.ts';

/** A tfjs optimiser with its own defaults for what the settings do not name. */
export function createOptimizer(core: Tf['core'], settings: OptimizerSettings): Optimizer {
  const { type, learningRate, momentum } = settings;
  switch (type) {
    case 'sgd':
      return core.train.sgd(learningRate);
    case 'momentum':
      return core.train.momentum(learningRate, momentum);
    case 'nesterov':
      return core.train.momentum(learningRate, momentum, true);
    case 'rmsprop':
      return core.train.rmsprop(learningRate);
    case 'adagrad':
      return core.train.adagrad(learningRate);
    case 'adadelta':
      return core.train.adadelta(learningRate);
    case 'adam':
      return core.train.adam(learningRate);
    case 'adamax':
      return core.train.adamax(learningRate);
    default:
      return assertNever(type);
  }
}

/** Changes the rate of a live optimiser; its memory of past gradients stays. */
export function setLearningRate(optimizer: Optimizer, learningRate: number): void {
  if (hasRateSetter(optimizer)) optimizer.setLearningRate(learningRate);
  else Object.assign(optimizer, { learningRate });
}

/** Frees an optimiser. tfjs's momentum forgets the tensor that holds its rate. */
export function disposeOptimizer(optimizer: Optimizer): void {
  const rate = (optimizer as { c?: { dispose(): void; isDisposed: boolean } }).c;
  optimizer.dispose();
  if (rate && !rate.isDisposed) rate.dispose();
}

const hasRateSetter = (
  optimizer: Optimizer,
): optimizer is Optimizer & { setLearningRate(rate: number): void } =>
  'setLearningRate' in optimizer;
