import type { Network } from '../../compiler/ir.ts';
import { sizeOf } from '../../core/shape.ts';
import { frozenAt } from '../../document/frozen.ts';
import type { Frozen } from '../../document/frozen-schema.ts';
import type { Training } from '../../document/training-schema.ts';
import type { WeightPlace } from '../executor.ts';
import type { Hosted } from './host.ts';

/** Lets a network be trained as the settings say. */
export function applySettings(
  { executor, ir }: Pick<Hosted, 'executor' | 'ir'>,
  training: Training,
): void {
  executor.configure(training.optimizer);
  executor.freeze(frozenPlaces(ir, training.frozen));
}

/** The numbers of a network that are frozen, as far as they are there and would be trained. */
export const frozenPlaces = ({ nodes }: Network, frozen: Frozen): readonly WeightPlace[] =>
  nodes.flatMap(({ id: node, weights }) =>
    weights.flatMap(({ name, shape, trainable }, tensor) =>
      trainable
        ? frozenAt(frozen, node, name, shape)
            .filter((index) => index < sizeOf(shape))
            .map((index) => ({ node, tensor, index }))
        : [],
    ),
  );
