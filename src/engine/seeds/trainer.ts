import type { Ir } from '../../compiler/ir.ts';
import type { Dataset } from '../../datasets/define-dataset.ts';
import type { Training } from '../../document/training-schema.ts';
import type { Task } from '../choice/task.ts';
import type { EncodedSet, LoadAsset, TrainingData } from '../data/data.ts';
import { createDataRoom } from '../data/room.ts';
import type { Executor } from '../executor.ts';
import { representative } from '../figures/evaluator.ts';
import { idleLoss } from '../figures/idle-loss.ts';
import { measure, outputsOf, standingFor } from '../figures/metrics.ts';
import { initialWeights } from '../initial-weights.ts';
import { domainOf, type PlaneGrid, predictPlane } from '../pictures/plane.ts';
import { applySettings } from '../session/frozen.ts';
import { planLooks, type SeedPlan, type SeedResult, type SeedTerms } from './seed-plan.ts';

/** What a trainer needs from its surroundings. */
export interface TrainerParts {
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly loadAsset: LoadAsset;
  /** An executor with the network on it. */
  readonly createExecutor: (task: Task) => Promise<Executor>;
}

/** A plan, and all that its starts are trained with. */
interface Prepared {
  readonly plan: SeedPlan;
  readonly terms: SeedTerms;
  readonly executor: Executor;
  readonly data: TrainingData;
  /** The rows that starts are measured on. */
  readonly set: EncodedSet;
}

/** Points a side of what is drawn of a start. */
const PORTRAIT_SIDE = 24;
/** How long updates are timed, in ms. */
const STRETCH = 12;
/** An update that seems to take longer than this, in ms, is timed again, so often at most. */
const SLOW = 0.5;
const AGAIN = 2;

/**
 * Trains one start after another of a network: each as a run with that seed on the page does, from the same
 * weights, with the same batches and with the same numbers frozen.
 */
export function createSeedTrainer(parts: TrainerParts) {
  const room = createDataRoom(parts.datasets, parts.loadAsset);
  let ready: Prepared | undefined;

  /** Gets ready for a plan, and tells what its starts have in common. */
  async function prepare(plan: SeedPlan): Promise<SeedTerms> {
    ready?.executor.dispose();
    ready = undefined;
    const { ir, training } = plan;
    room.furnish(await room.fetch(ir), training);
    const data = room.data();
    if (!data) throw new Error('nothing to train on');
    const weights = initialWeights(ir, training.seed);
    const executor = await parts.createExecutor({ ir, weights, ...room.trialOf(training) });
    const set = representative(data.train);
    const classes = ir.source.spec.target.type === 'classes';
    begin(executor, ir, training);
    const updateTime = await timeUpdate(executor);
    const cost = set.rows / room.rows(training);
    const share = standingFor(ir, set.rows, data.train.rows);
    const terms: SeedTerms = {
      looks: planLooks(plan.updates, cost),
      rows: set.rows,
      sampled: set !== data.train,
      classes,
      idle: classes ? undefined : share * idleLoss(ir, set.y),
      executor: executor.name,
      updateTime,
    };
    ready = { plan, terms, executor, data, set };
    return terms;
  }

  function begin(executor: Executor, ir: Ir, training: Training): void {
    executor.writeWeights(initialWeights(ir, training.seed));
    applySettings({ executor, ir }, training);
    room.replan(training);
  }

  /** Time of an update once the code is fast: the first stretch sets things up and does not count. */
  async function timeUpdate(executor: Executor): Promise<number> {
    const stretch = async (least: number): Promise<number> => {
      const begun = performance.now();
      let updates = 0;
      let spent = 0;
      for (; updates < least || spent < STRETCH; spent = performance.now() - begun) {
        const portion = room.next();
        if (!portion) break;
        const loss = executor.step(portion.batch);
        if (typeof loss !== 'number') await loss;
        updates += 1;
      }
      return spent / Math.max(1, updates);
    };
    await stretch(1);
    let least = await stretch(2);
    // A machine that was busy elsewhere makes a small network look slow, and never a slow one quick.
    for (let again = 0; again < AGAIN && least > SLOW; again++) {
      least = Math.min(least, await stretch(2));
    }
    return least;
  }

  /** Trains one start. `onUpdates` hears now and then how many updates are done. */
  async function train(seed: number, onUpdates: (done: number) => void): Promise<SeedResult> {
    if (!ready) throw new Error('not prepared');
    const { plan, terms, executor, data, set } = ready;
    const { ir } = plan;
    const losses = new Float32Array(terms.looks.length);
    const right = new Uint32Array(terms.classes ? terms.looks.length : 0);
    begin(executor, ir, { ...plan.training, seed });
    let step = 0;
    let taken = 0;
    let broke = false;
    for (const goal of terms.looks) {
      for (; step < goal && !broke; step++) {
        const portion = room.next();
        if (!portion) break;
        const loss = executor.step(portion.batch);
        if (Number.isFinite(typeof loss === 'number' ? loss : await loss)) continue;
        const { stepsBack } = await executor.recover(portion.batch);
        step -= stepsBack;
        broke = true;
        break;
      }
      const raw = await outputsOf(executor, set);
      if (!raw) break;
      const { loss, accuracy } = measure(ir, raw, set, { step, all: data.train.rows });
      losses[taken] = loss;
      if (accuracy !== undefined) right[taken] = Math.round(accuracy * set.rows);
      taken += 1;
      onUpdates(step);
      if (broke) break;
    }
    return {
      seed,
      step,
      broke,
      loss: losses.slice(0, taken),
      right: right.slice(0, taken),
      portrait: await portray(executor, ir, data),
    };
  }

  return { prepare, train };
}

/** What a network of two inputs answers around its training points. */
async function portray(
  executor: Executor,
  ir: Ir,
  { train }: TrainingData,
): Promise<PlaneGrid | undefined> {
  const { input } = ir.source.spec;
  if (input.length !== 1 || input[0] !== 2) return undefined;
  const forward = executor.forward.bind(executor);
  return predictPlane(ir, train.samples, forward, PORTRAIT_SIDE, domainOf(train.samples));
}
