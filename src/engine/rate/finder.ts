import { dequal } from 'dequal/lite';
import type { Ir } from '../../compiler/ir.ts';
import type { Training } from '../../document/training-schema.ts';
import type { DataRoom } from '../data/room.ts';
import type { Executor } from '../executor.ts';
import { initialWeights } from '../initial-weights.ts';
import { applySettings } from '../session/frozen.ts';

/** What a search for a learning rate found. */
export interface RateCurve {
  /** Rates that were tried, each for one update, ever larger. */
  readonly rates: Float64Array;
  /** Loss of the batch before each of these updates, in the loss's own unit, smoothed. */
  readonly losses: Float64Array;
  /** The rate at which the loss falls steepest, but a tenth of where it blows up at most; nothing where it never falls. */
  readonly suggested: number | undefined;
  /** The rate at which the loss blew up, where it did. */
  readonly burst: number | undefined;
}

/** Updates of a search. */
export const SEARCH_UPDATES = 120;
const LOWEST = 1e-7;
const HIGHEST = 10;
/** Share of the loss before that is kept in a smoothed one. */
const SMOOTH = 0.8;
/** The loss has blown up when it is so many times the lowest one before. */
const BURST = 4;

/**
 * Raises the rate exponentially, one update at each, from the start of a run, and watches the loss (Smith
 * 2015, “Cyclical learning rates”, 3.3). The executor is a copy; the room gives the run's own batches.
 */
export async function findRate(
  executor: Executor,
  room: Pick<DataRoom, 'next' | 'replan'>,
  { ir, training }: { readonly ir: Ir; readonly training: Training },
  onUpdates: (done: number) => void | Promise<void>,
): Promise<RateCurve> {
  executor.writeWeights(initialWeights(ir, training.seed));
  applySettings({ executor, ir }, training);
  room.replan(training);
  const rates: number[] = [];
  const losses: number[] = [];
  let burst: number | undefined;
  let smooth = 0;
  for (let i = 0; i < SEARCH_UPDATES; i++) {
    const portion = room.next();
    if (!portion) break;
    const rate = LOWEST * (HIGHEST / LOWEST) ** (i / (SEARCH_UPDATES - 1));
    executor.configure({ ...training.optimizer, learningRate: rate });
    const loss = await executor.step(portion.batch);
    // Without the divisor the first ones would lean towards 0 (Kingma and Ba 2015, section 3). Told by how far it
    // moves: so a loss that stands still does so to the last bit, and never seems to fall.
    smooth += ((1 - SMOOTH) / (1 - SMOOTH ** (i + 1))) * (loss - smooth);
    if (!Number.isFinite(smooth) || smooth > BURST * Math.min(...losses, smooth)) {
      // What is seen now came of the update before.
      burst = rates.at(-1);
      break;
    }
    rates.push(rate);
    losses.push(smooth);
    await onUpdates(i + 1);
  }
  return {
    rates: Float64Array.from(rates),
    losses: Float64Array.from(losses),
    suggested: suggest(rates, losses, burst),
    burst,
  };
}

/** Whether what is found under some settings holds under others: they differ in the rate or in where a run stops. */
export function findsAlike(one: Training, other: Training): boolean {
  const { learningRate } = one.optimizer;
  const optimizer = { ...other.optimizer, learningRate };
  return dequal(one, { ...other, optimizer, stopAt: one.stopAt });
}

/** The rate of the steepest fall over the logarithm of the rate, kept clear of where the loss turns and bursts. */
function suggest(
  rates: readonly number[],
  losses: readonly number[],
  burst: number | undefined,
): number | undefined {
  const lowest = losses.indexOf(Math.min(...losses));
  let steepest = 0;
  let at = -1;
  for (let i = 0; i < lowest; i++) {
    // What an update has done is seen in the loss before the next.
    const fall = (losses[i] ?? 0) - (losses[i + 1] ?? 0);
    if (fall > steepest) {
      steepest = fall;
      at = i;
    }
  }
  const found = rates[at];
  if (found === undefined) return undefined;
  const rate = Math.min(found, (burst ?? Number.POSITIVE_INFINITY) / 10);
  return Number(rate.toPrecision(1));
}
