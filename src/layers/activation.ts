import * as z from 'zod';
import type { Operation } from '../core/operation.ts';
import { ok } from '../core/result.ts';
import type { Words } from '../core/words.ts';
import { type ComputeKind, defineLayer, type Tf } from './define-layer.ts';
import type { KerasForm } from './keras.ts';
import { only } from './shape-rules.ts';

type TfLayers = Tf['layers'];

/** What an activation without parameters states; the rest is the same for all of them. */
interface Activation {
  readonly kind: string;
  readonly title: Words;
  readonly aliases: readonly string[];
  /** What tfjs calls it. */
  readonly identifier: Parameters<TfLayers['layers']['activation']>[0]['activation'];
  readonly operation: Operation;
  readonly what: Words;
  readonly formula: string;
  readonly output?: 'probability' | 'distribution';
  readonly keras: KerasForm;
}

/** A function applied to every value. The shape stays. */
export const defineActivation = (activation: Activation): ComputeKind =>
  defineLayer({
    kind: activation.kind,
    role: 'compute',
    family: 'activation',
    title: activation.title,
    aliases: activation.aliases,
    params: z.object({}),
    arity: { min: 1, max: 1 },
    ...(activation.output ? { output: activation.output } : {}),
    face: () => undefined,
    keras: activation.keras,
    infer: (_, inputs) => ok(only(inputs)),
    weights: () => [],
    build: ({ tf, name }) =>
      tf.layers.layers.activation({ name, activation: activation.identifier }),
    operation: () => activation.operation,
    reading: () => (activation.operation.op === 'softmax' ? { how: 'shares' } : { how: 'each' }),
    help: {
      what: activation.what,
      formula: activation.formula,
      rule: { en: 'The shape stays as it is.', ko: '모양은 그대로예요.' },
    },
    examples: [
      { params: {}, inputs: [[10]], output: [10], weights: 0 },
      { params: {}, inputs: [[4, 4, 2]], output: [4, 4, 2], weights: 0 },
    ],
  });
