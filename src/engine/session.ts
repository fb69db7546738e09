import type { Ir } from '../compiler/ir.ts';
import { createRandom } from '../core/random.ts';
import type { Dataset } from '../datasets/define-dataset.ts';
import type { Training } from '../document/training-schema.ts';
import { type BatchPlan, batchRows, firstRows, type Portion, planBatches } from './batches.ts';
import type { BuildPlan, Distance } from './build-plan.ts';
import type { ExecutorName } from './choice/candidate.ts';
import type { Chooser, Chosen } from './choice/chooser.ts';
import { loadData, type TrainingData } from './data.ts';
import type { Eventual, WeightMap } from './executor.ts';
import type { Frame, RunFailure, RunStatus } from './frame.ts';
import { createFramer } from './framer.ts';
import { createHistory } from './history.ts';
import { initialWeights, keptWeights } from './initial-weights.ts';
import { lookAt } from './look.ts';
import type { Probe, Watch } from './probe.ts';
import { createScheduler } from './scheduler.ts';

/** What a session needs from its surroundings. */
export interface SessionParts {
  readonly chooser: Chooser;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly probes: ReadonlyMap<string, Probe>;
  /** Shows a frame; settles when the page has taken it. */
  readonly deliver: (frame: Frame) => Promise<void>;
}

/** Where training stands. */
interface Standing {
  readonly weights: WeightMap;
  readonly step: number;
  readonly epoch: number;
}

interface Network extends Chosen {
  readonly ir: Ir;
  readonly build: number;
}

/**
 * Training of one network: at most one update or one look is under way at a time. It starts without
 * a network; `build` gives it one.
 */
export function createSession(parts: SessionParts) {
  let network: Network | undefined;
  let training: Training | undefined;
  let data: TrainingData | undefined;
  let plan: BatchPlan | undefined;
  let step = 0;
  let epoch = 0;
  /** The epoch before the last update, to go back to with it. */
  let epochBefore = 0;
  let failure: RunFailure | undefined;
  /** Weights of a network that is gone; they outlive a build that fails. */
  let trained: { readonly ir: Ir; readonly weights: WeightMap } | undefined;
  let history = { train: createHistory(), test: createHistory() };
  let watch: Watch = {};
  /** What the person wants to run it, if not the fastest. */
  let wanted: ExecutorName | undefined;
  /** Where training stood when its weights were last read: what is left when an executor dies. */
  let known: Standing | undefined;
  let lastFrame: Frame | undefined;

  const framer = createFramer({ deliver: parts.deliver, compose });
  const scheduler = createScheduler({
    advance: stepOnce,
    onSlice: framer.offer,
    onStop: framer.flush,
  });

  function statusOf(): RunStatus {
    if (failure) return failure.type === 'crash' ? 'failed' : 'diverged';
    return scheduler.running() ? 'running' : 'paused';
  }

  /** A look at the network; one that fails is a failure of the run, shown with what is left. */
  async function compose(withWeights: boolean): Promise<Frame | undefined> {
    try {
      lastFrame = await look(withWeights);
    } catch (error) {
      if (await replaceExecutor(error)) return compose(withWeights);
      failure = crash(error);
      scheduler.halt();
      if (!lastFrame || !network) throw error;
      const { build } = network;
      const rest = { pictures: {}, weights: undefined };
      lastFrame = { ...lastFrame, ...rest, build, failure, status: statusOf() };
    }
    return lastFrame;
  }

  async function look(withWeights: boolean): Promise<Frame | undefined> {
    if (!network || !data) return undefined;
    const { executor, choice, ir, build } = network;
    const { train, test, pictures } = await lookAt(executor, ir, data, {
      watch,
      probes: parts.probes,
    });
    if (!failure) {
      history.train.push(step, train.loss);
      if (test) history.test.push(step, test.loss);
    }
    return {
      build,
      status: statusOf(),
      step,
      epoch,
      train,
      test,
      stepsPerSecond: scheduler.stepsPerSecond(),
      history: { train: history.train.snapshot(), test: history.test.snapshot() },
      weights: withWeights ? (await readKnown())?.weights : undefined,
      pictures,
      failure,
      choice,
      memory: executor.memory(),
    };
  }

  /** One update. Gives false when the run must stop. */
  function stepOnce(): Eventual<boolean> {
    if (!network || !plan) return false;
    const { executor } = network;
    const portion = plan.next();
    try {
      const loss = executor.step(portion.batch);
      if (typeof loss !== 'number') return loss.then((late) => count(late, portion)).catch(fail);
      return Number.isFinite(loss) ? count(loss, portion) : diverge(portion).catch(fail);
    } catch (error) {
      return fail(error);
    }
  }

  function count(loss: number, portion: Portion): Eventual<boolean> {
    if (!Number.isFinite(loss)) return diverge(portion);
    if (training?.batchSize === 'full') history.train.push(step, loss);
    step += 1;
    epochBefore = epoch;
    if (portion.endsEpoch) epoch += 1;
    return true;
  }

  async function diverge({ batch }: Portion): Promise<boolean> {
    if (!network) return false;
    const found = await network.executor.recover(batch);
    failure = { type: 'non-finite', step, ...found };
    step -= found.stepsBack;
    if (found.stepsBack > 0) epoch = epochBefore;
    return false;
  }

  /** An update that could not be carried out: another executor goes on from what is known. */
  async function fail(error: unknown): Promise<boolean> {
    if (await replaceExecutor(error)) return true;
    failure = crash(error);
    return false;
  }

  /** Weights as they are now, kept for the case that they cannot be read later. */
  async function readKnown(): Promise<Standing | undefined> {
    if (!network) return undefined;
    known = { weights: await network.executor.readWeights(), step, epoch };
    return known;
  }

  /** Strikes the executor off and goes on with the next best. False where there is none. */
  async function replaceExecutor(error: unknown): Promise<boolean> {
    if (!network || !known) return false;
    const { ir, choice, executor, build } = network;
    parts.chooser.strike(choice.name, error);
    try {
      network = { ir, build, ...(await choose(ir, known.weights)) };
    } catch {
      return false;
    }
    try {
      executor.dispose();
    } catch {
      // What died may not even let go of its memory.
    }
    start(known.weights, known);
    return true;
  }

  function choose(ir: Ir, weights: WeightMap): Promise<Chosen> {
    if (!training || !data) throw new Error('nothing to train on');
    const batch = firstRows(data.train, batchRows(data.train.rows, training));
    return parts.chooser.choose({ ir, weights, batch, optimizer: training.optimizer }, wanted);
  }

  /** The same network, in the same place of its training, on another executor. */
  async function prefer(name: ExecutorName | undefined): Promise<void> {
    wanted = name;
    if (!network) return;
    const { ir, executor, build } = network;
    const now = await readKnown();
    if (!now) return;
    network = { ir, build, ...(await choose(ir, now.weights)) };
    executor.dispose();
    start(now.weights, now);
  }

  function start(weights: WeightMap, at: { step: number; epoch: number }): void {
    if (!network || !training || !data) return;
    network.executor.writeWeights(weights);
    network.executor.configure(training.optimizer);
    known = { weights, step: at.step, epoch: at.epoch };
    step = at.step;
    epoch = at.epoch;
    epochBefore = epoch;
    failure = undefined;
    if (step === 0) history = { train: createHistory(), test: createHistory() };
    replan();
  }

  function replan(): void {
    if (!training || !data) return;
    const random = createRandom(training.seed).fork('batches');
    plan = planBatches(data.train, training, random);
  }

  async function build(next: BuildPlan): Promise<void> {
    if (network && step > 0) {
      const last = await readKnown().catch(() => known);
      trained = last && { ir: network.ir, weights: last.weights };
    } else if (network) {
      trained = undefined;
    }
    network?.executor.dispose();
    network = undefined;
    training = next.training;
    // What was wanted for one network may be far too slow for another.
    if (next.fresh) wanted = undefined;
    data = loadData(next.ir, training.testShare, parts.datasets);
    const fresh = initialWeights(next.ir, training.seed);
    network = { ir: next.ir, build: next.build, ...(await choose(next.ir, fresh)) };
    const from = next.resume ?? (trained && !next.fresh ? { ...trained, step, epoch } : undefined);
    const kept = from ? keptWeights(from.ir, next.ir, from.weights) : {};
    const goesOn = from !== undefined && Object.keys(kept).length > 0;
    start({ ...fresh, ...kept }, goesOn ? from : beginning);
    trained = undefined;
  }

  async function configure(next: Training): Promise<void> {
    const before = training;
    training = next;
    if (!network || !before) return;
    if (next.testShare !== before.testShare) {
      data = loadData(network.ir, next.testShare, parts.datasets);
    }
    if (next.seed !== before.seed) {
      start(initialWeights(network.ir, next.seed), beginning);
      return;
    }
    network.executor.configure(next.optimizer);
    const sameBatches = next.batchSize === before.batchSize && next.shuffle === before.shuffle;
    if (!sameBatches || next.testShare !== before.testShare) replan();
  }

  const train = (more: () => boolean): Promise<void> => {
    const cleared = atStart(() => {
      failure = undefined;
    });
    return scheduler.run(() => {
      cleared();
      return more();
    });
  };

  /** Does something while no update is under way, then shows the result and goes on if it ran. */
  const exclusive = (task: () => Promise<void> | void): Promise<void> =>
    scheduler.exclusive(async () => {
      try {
        await task();
      } catch (error) {
        if (!network) throw error;
        failure = crash(error);
      }
      await framer.flush();
    });

  return {
    /** Replaces the network. Layers whose weight tensors did not change keep their weights. */
    build: (next: BuildPlan) => exclusive(() => build(next)),
    /** Changes settings, in mid-run too. A new seed starts over. */
    configure: (next: Training) => exclusive(() => configure(next)),
    /** Trains until paused, or until the update at which the document says to stop. */
    run: () => {
      const begun = atStart(() => step);
      return train(() => {
        const stopAt = training?.stopAt ?? null;
        return stopAt === null || begun() >= stopAt || step < stopAt;
      });
    },
    /** Trains a given distance and pauses. */
    advance: (distance: Distance) => {
      const goal = atStart(() =>
        'steps' in distance ? step + distance.steps : epoch + distance.epochs,
      );
      return train(() => ('steps' in distance ? step : epoch) < goal());
    },
    pause: () => scheduler.pause(),
    /** How fast to train: so many updates a second, or as many as can be. */
    pace: scheduler.pace,
    /** Names what is to run the network, in mid-run too; without a name, the fastest. */
    prefer: (name: ExecutorName | undefined) => exclusive(() => prefer(name)),
    /** Back to the initial weights of the present seed. */
    reset: async () => {
      scheduler.halt();
      await exclusive(() => {
        if (network && training) start(initialWeights(network.ir, training.seed), beginning);
      });
    },
    /** Says which pictures are on screen. */
    watch: (next: Watch) => {
      watch = next;
      return scheduler.running() ? Promise.resolve() : exclusive(() => {});
    },
    dispose: () =>
      scheduler.exclusive(() => {
        network?.executor.dispose();
        network = undefined;
      }),
  };
}

/** A value that is taken when it is first asked for: when what was asked before has been done. */
function atStart<T>(take: () => T): () => T {
  let taken: { readonly value: T } | undefined;
  return () => {
    taken ??= { value: take() };
    return taken.value;
  };
}

const crash = (error: unknown): RunFailure => ({
  type: 'crash',
  detail: error instanceof Error ? error.message : String(error),
});

const beginning = { step: 0, epoch: 0 };
