import { createRandom } from '../../core/random.ts';
import type { Batch, Eventual, Executor, WeightMap } from '../executor.ts';

/** How steeply the loss bends at some weights. */
export interface Curvature {
  /** The batch's loss there, in the loss's own unit, without penalties. */
  readonly loss: number;
  /** Largest eigenvalue of the loss's Hessian, in loss per weight squared. */
  readonly largest: number;
  /** Gradients that it took. */
  readonly gradients: number;
}

/** A network whose weights may be changed: they are not put back. */
export interface Copy {
  readonly dissect: Executor['dissect'];
  readonly visit: (weights: WeightMap) => void;
}

const MOST_TURNS = 40;
/** The estimate is good when another turn changes it by less than this share. */
const CLOSE = 0.005;
/** Length of a step along the direction, as a share of the weights' length. */
const STEP = 1e-3;

/**
 * The largest curvature of a batch's loss by power iteration (von Mises and Pollaczek-Geiringer 1929): a
 * direction is multiplied with the Hessian over and over, each time by a central difference of two gradients
 * (Pearlmutter 1994, eq. 1). Plain descent is stable there below the rate 2 / largest. Nothing where the loss
 * bends downward most, or where a gradient is not finite. Once `isLate` says so it ends with what it has, which
 * is never above the largest: a curvature along some direction.
 */
export async function largestCurvature(
  copy: Copy,
  batch: Batch,
  weights: WeightMap,
  isLate: () => boolean = () => false,
): Promise<Curvature | undefined> {
  const at = flat(weights);
  const { loss, gradient: own } = await gradientAt(copy, batch, weights, at, at.length);
  const random = createRandom(0).fork('curvature');
  // The gradient shows where descent goes; a little of everything else keeps no direction out.
  const size = norm(own) || 1;
  let direction = unit(own.map((g) => g / size + (0.1 * random.normal()) / Math.sqrt(at.length)));
  const step = STEP * Math.max(1, norm(at));
  let found = Number.NaN;
  for (let turn = 1; turn <= MOST_TURNS; turn++) {
    const [up, down] = [step, -step].map((by) =>
      Float32Array.from(at, (w, i) => w + by * (direction[i] ?? 0)),
    ) as [Float32Array, Float32Array];
    const { gradient: above } = await gradientAt(copy, batch, weights, up, at.length);
    const { gradient: below } = await gradientAt(copy, batch, weights, down, at.length);
    // Weights are kept in single precision: what was really moved is what counts.
    const moved = Float64Array.from(up, (w, i) => w - (down[i] ?? 0));
    const change = above.map((g, i) => g - (below[i] ?? 0));
    const next = dot(moved, change) / dot(moved, moved);
    if (!Number.isFinite(next)) return undefined;
    const isClose = Math.abs(next - found) <= CLOSE * Math.abs(next);
    found = next;
    if (isClose || norm(change) === 0 || turn === MOST_TURNS || isLate()) {
      return found > 0 ? { loss, largest: found, gradients: 1 + 2 * turn } : undefined;
    }
    direction = unit(change);
  }
  return undefined;
}

/** The loss and its gradient at weights laid out one after another; 0 for what is not trained. */
async function gradientAt(
  { dissect, visit }: Copy,
  batch: Batch,
  like: WeightMap,
  at: ArrayLike<number>,
  length: number,
): Promise<{ readonly loss: number; readonly gradient: Float64Array }> {
  const shaped: Record<string, Float32Array[]> = {};
  let from = 0;
  for (const [node, tensors] of Object.entries(like)) {
    shaped[node] = tensors.map((tensor) => Float32Array.from(tensor, () => at[from++] ?? 0));
  }
  visit(shaped);
  const { loss, weightGradients } = await (dissect(batch) satisfies Eventual<unknown>);
  const gradient = new Float64Array(length);
  from = 0;
  for (const [node, tensors] of Object.entries(like)) {
    tensors.forEach((tensor, t) => {
      const own = weightGradients[node]?.[t];
      if (own) gradient.set(own, from);
      from += tensor.length;
    });
  }
  return { loss, gradient };
}

function flat(weights: WeightMap): Float64Array {
  const tensors = Object.values(weights).flat();
  const all = new Float64Array(tensors.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  for (const tensor of tensors) {
    all.set(tensor, from);
    from += tensor.length;
  }
  return all;
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
const norm = (a: Float64Array): number => Math.sqrt(dot(a, a));
const unit = (a: Float64Array): Float64Array => {
  const length = norm(a) || 1;
  return a.map((value) => value / length);
};
