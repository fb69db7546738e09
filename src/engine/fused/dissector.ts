import type { Ir } from '../../compiler/ir.ts';
import { createRandom } from '../../core/random.ts';
import type { Batch, Dissection } from '../executor.ts';
import { createArena } from './arena.ts';
import { createPass, numbersNeeded } from './pass.ts';
import { createWeights, type FusedWeights } from './weights.ts';

/** Takes updates of a network apart on a copy of it, where gradients go back to the source. */
export function createDissector(ir: Ir, capacity: number) {
  const arena = createArena(numbersNeeded(ir, capacity));
  const copy = createWeights(ir, arena);
  let draws = createRandom(0);
  const pass = createPass(ir, copy, capacity, { arena, random: () => draws, toSource: true });

  function dissect(batch: Batch, { trained, kept }: FusedWeights): Dissection {
    const { rows } = batch;
    copy.trained.set(trained);
    copy.kept.set(kept);
    draws = createRandom(0).fork('dissection');
    pass.load(batch);
    pass.forward(rows, true);
    const loss = pass.loss(rows);
    pass.backward(rows);
    const values: Record<string, Float64Array> = {};
    const gradients: Record<string, Float64Array> = {};
    for (const id of [ir.source.id, ...ir.nodes.map((node) => node.id)]) {
      const port = pass.valuesOf(id);
      values[id] = port.values.slice(0, rows * port.width);
      if (port.gradient) gradients[id] = port.gradient.slice(0, rows * port.width);
    }
    const weightGradients = Object.fromEntries(
      ir.nodes.map(({ id }) => [id, copy.of(id).map(({ gradient }) => gradient?.slice())]),
    );
    return { loss, values, gradients, weightGradients };
  }

  return { capacity, bytes: arena.bytes, dissect };
}
