import type { Ir } from '../compiler/ir.ts';
import { sizeOf } from '../core/shape.ts';
import type { LinkRun } from '../document/link-text.ts';
import type { Checkpoint } from '../engine/build-plan.ts';
import type { WeightMap } from '../engine/executor.ts';

/** A training as a link holds it: all weights in a row, layer by layer. */
export function rollRun({ ir, weights, step, epoch }: Checkpoint): LinkRun | undefined {
  const tensors = ir.nodes.flatMap(({ id, weights: specs }) =>
    specs.map((_, i) => weights[id]?.[i]),
  );
  const all = tensors.flatMap((tensor) => tensor ?? []);
  if (all.length < tensors.length) return undefined;
  const row = new Float32Array(all.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const tensor of all) {
    row.set(tensor, end);
    end += tensor.length;
  }
  return row.every(Number.isFinite) ? { step, epoch, weights: row } : undefined;
}

/** The same training, laid out for its network; nothing where there are too many numbers or too few. */
export function unrollRun(ir: Ir, { step, epoch, weights: row }: LinkRun): Checkpoint | undefined {
  let end = 0;
  const weights: WeightMap = Object.fromEntries(
    ir.nodes.map(({ id, weights: specs }) => [
      id,
      specs.map(({ shape }) => {
        const start = end;
        end += sizeOf(shape);
        return row.slice(start, end);
      }),
    ]),
  );
  return end === row.length ? { ir, weights, step, epoch, given: true } : undefined;
}
