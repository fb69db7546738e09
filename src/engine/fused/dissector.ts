import type { Ir } from '../../compiler/ir.ts';
import { createRandom } from '../../core/random.ts';
import type { Batch, Dissection, Nudge, WeightPlace } from '../executor.ts';
import { createArena } from './arena.ts';
import { createPass, numbersNeeded } from './pass.ts';
import { createWeights, type FusedWeights } from './weights.ts';

/** How far a weight is moved for a finite difference: double precision leaves ten digits of it. */
const NUDGE = 2 ** -14;

/** Takes updates of a network apart on a copy of it, where gradients go back to the source. */
export function createDissector(ir: Ir, capacity: number) {
  const arena = createArena(numbersNeeded(ir, capacity));
  const copy = createWeights(ir, arena);
  let draws = createRandom(0);
  const pass = createPass(ir, copy, capacity, { arena, random: () => draws, toSource: true });

  /** Runs a batch forward on a copy of the weights; `change` may change the copy first. */
  function run(
    batch: Batch,
    { trained, kept }: FusedWeights,
    change: () => void = () => {},
  ): number {
    copy.trained.set(trained);
    copy.kept.set(kept);
    change();
    draws = createRandom(0).fork('dissection');
    pass.load(batch);
    pass.forward(batch.rows, true);
    return pass.loss(batch.rows);
  }

  /** l1·Σ|W| + l2·ΣW² over all kernels of the copy. */
  const penalties = (): number =>
    ir.nodes.reduce((sum, { id, operation }) => {
      if (operation?.op !== 'affine') return sum;
      const { l1, l2 } = operation;
      const weights = copy.of(id)[0]?.values ?? new Float64Array(0);
      return weights.reduce((all, w) => all + l1 * Math.abs(w) + l2 * w * w, sum);
    }, 0);

  function nudge(batch: Batch, weights: FusedWeights, place: WeightPlace): Nudge {
    const costAt = (by: number): number => {
      const loss = run(batch, weights, () => {
        const values = copy.of(place.node)[place.tensor]?.values;
        if (values) values[place.index] = (values[place.index] ?? 0) + by;
      });
      return loss + penalties();
    };
    return { by: NUDGE, up: costAt(NUDGE), down: costAt(-NUDGE) };
  }

  function dissect(batch: Batch, weights: FusedWeights): Dissection {
    const { rows } = batch;
    const loss = run(batch, weights);
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

  return { capacity, bytes: arena.bytes, dissect, nudge };
}
