import type { Ir } from '../compiler/ir.ts';
import { createRandom } from '../core/random.ts';
import type { Dataset } from '../datasets/define-dataset.ts';
import type { Training } from '../document/training-schema.ts';
import { type BatchPlan, batchRows, firstRows, type Portion, planBatches } from './batches.ts';
import type { BuildPlan, Distance } from './build-plan.ts';
import type { ExecutorName } from './choice/candidate.ts';
import type { Chooser } from './choice/chooser.ts';
import { loadData, type TrainingData } from './data.ts';
import type { Eventual } from './executor.ts';
import type { Frame, RunFailure, RunStatus } from './frame.ts';
import { createFramer } from './framer.ts';
import { createHistory } from './history.ts';
import { createHost, type Standing } from './host.ts';
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

/**
 * Training of one network: at most one update or one look is under way at a time. It starts without
 * a network; `build` gives it one.
 */
export function createSession(parts: SessionParts) {
  const host = createHost(parts.chooser);
  let training: Training | undefined;
  let data: TrainingData | undefined;
  let plan: BatchPlan | undefined;
  let step = 0;
  let epoch = 0;
  /** The epoch before the last update, to go back to with it. */
  let epochBefore = 0;
  let failure: RunFailure | undefined;
  /** Weights of a network that is gone; they outlive a build that fails. */
  let trained: { readonly ir: Ir; readonly standing: Standing } | undefined;
  let history = { train: createHistory(), test: createHistory() };
  let watch: Watch = {};
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
      const network = host.current();
      if (!lastFrame || !network) throw error;
      const { build } = network;
      const rest = { pictures: {}, weights: undefined };
      lastFrame = { ...lastFrame, ...rest, build, failure, status: statusOf() };
    }
    return lastFrame;
  }

  async function look(withWeights: boolean): Promise<Frame | undefined> {
    const network = host.current();
    if (!network || !data) return undefined;
    const { executor, choice, build } = network;
    const { train, test, pictures } = await lookAt(network, data, { watch, probes: parts.probes });
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
      weights: withWeights ? (await host.read({ step, epoch }))?.weights : undefined,
      pictures,
      failure,
      choice,
      memory: executor.memory(),
    };
  }

  /** One update. Gives false when the run must stop. */
  function stepOnce(): Eventual<boolean> {
    const network = host.current();
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
    const network = host.current();
    if (!network) return false;
    const found = await network.executor.recover(batch);
    failure = { type: 'non-finite', step, ...found };
    step -= found.stepsBack;
    if (found.stepsBack > 0) epoch = epochBefore;
    rewind();
    return false;
  }

  /** An update that could not be carried out: another executor goes on from what is known. */
  async function fail(error: unknown): Promise<boolean> {
    if (await replaceExecutor(error)) return true;
    failure = crash(error);
    return false;
  }

  /** Another executor goes on from the last known weights. False where there is none. */
  async function replaceExecutor(error: unknown): Promise<boolean> {
    if (!data) return false;
    const standing = await host.replace(error, settings());
    if (standing) goOn(standing);
    return standing !== undefined;
  }

  /** What candidates for the present network are tried with. */
  function settings() {
    if (!training || !data) throw new Error('nothing to train on');
    const batch = firstRows(data.train, batchRows(data.train.rows, training));
    return { batch, optimizer: training.optimizer };
  }

  /** The same network in the same place of its training, on whatever is the choice now. */
  async function rechoose(): Promise<void> {
    const now = await host.read({ step, epoch });
    if (now && (await host.rechoose(now.weights, settings()))) goOn(now);
  }

  /** Takes the network up where training stands. */
  function goOn(standing: Standing): void {
    const network = host.current();
    if (!network || !training) return;
    host.write(standing);
    network.executor.configure(training.optimizer);
    ({ step, epoch } = standing);
    epochBefore = epoch;
    scheduler.forgetRate();
    rewind();
    replan();
  }

  /** Takes back what the curves show beyond the present step. */
  function rewind(): void {
    history.train.rewind(step);
    history.test.rewind(step);
  }

  function start(standing: Standing): void {
    failure = undefined;
    if (standing.step === 0) history = { train: createHistory(), test: createHistory() };
    goOn(standing);
  }

  const fromSeed = (ir: Ir, seed: number): Standing => ({
    weights: initialWeights(ir, seed),
    ...beginning,
  });

  function replan(): void {
    if (!training || !data) return;
    const random = createRandom(training.seed).fork('batches');
    plan = planBatches(data.train, training, random);
  }

  async function build(next: BuildPlan): Promise<void> {
    const before = host.current();
    if (before && step > 0) {
      // One that can no longer be read is known from its last frame.
      const last = await host.read({ step, epoch }).catch(host.known);
      trained = last && { ir: before.ir, standing: last };
    } else if (before) {
      trained = undefined;
    }
    host.release();
    // What was wanted for one network may be far too slow for another.
    if (next.fresh) host.wish(undefined);
    training = next.training;
    data = loadData(next.ir, training.testShare, parts.datasets);
    const fresh = initialWeights(next.ir, training.seed);
    await host.place(next.build, { ir: next.ir, weights: fresh, ...settings() });
    const { resume } = next;
    const from = resume ? { ir: resume.ir, standing: resume } : next.fresh ? undefined : trained;
    const kept = from ? keptWeights(from.ir, next.ir, from.standing.weights) : {};
    const goesOn = from !== undefined && Object.keys(kept).length > 0;
    const at = goesOn ? from.standing : beginning;
    start({ weights: { ...fresh, ...kept }, step: at.step, epoch: at.epoch });
    trained = undefined;
  }

  async function configure(next: Training): Promise<void> {
    const before = training;
    training = next;
    const network = host.current();
    if (!network || !before || !data) return;
    const rowsBefore = batchRows(data.train.rows, before);
    if (next.testShare !== before.testShare) {
      data = loadData(network.ir, next.testShare, parts.datasets);
    }
    if (next.seed !== before.seed) {
      start(fromSeed(network.ir, next.seed));
      return;
    }
    network.executor.configure(next.optimizer);
    const sameBatches = next.batchSize === before.batchSize && next.shuffle === before.shuffle;
    if (!sameBatches || next.testShare !== before.testShare) replan();
    // What is fastest depends on the rows of a batch.
    if (batchRows(data.train.rows, next) !== rowsBefore) await rechoose();
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
        if (!host.current()) throw error;
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
    /**
     * Names what is to run the network, in mid-run too; without a name, the fastest. Tells whether it
     * does: what is named may not be there, or may not run this network.
     */
    prefer: async (name: ExecutorName | undefined): Promise<boolean> => {
      await exclusive(() => {
        host.wish(name);
        return rechoose();
      });
      return name === undefined || host.current()?.choice.name === name;
    },
    /** Back to the initial weights of the present seed. */
    reset: async () => {
      scheduler.halt();
      await exclusive(() => {
        const network = host.current();
        if (network && training) start(fromSeed(network.ir, training.seed));
      });
    },
    /** Says which pictures are on screen. */
    watch: (next: Watch) => {
      watch = next;
      return scheduler.running() ? Promise.resolve() : exclusive(() => {});
    },
    dispose: () => scheduler.exclusive(host.release),
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
