import { isTrainable, type Network } from '../../compiler/ir.ts';
import type { Dataset } from '../../datasets/define-dataset.ts';
import type { Training } from '../../document/training-schema.ts';
import type { BuildPlan, Distance } from '../build-plan.ts';
import type { ExecutorName } from '../choice/candidate.ts';
import type { Chooser } from '../choice/chooser.ts';
import type { LoadAsset } from '../data/data.ts';
import { type BatchMark, createDataRoom } from '../data/room.ts';
import { createCurves } from '../figures/curves.ts';
import type { Frame } from '../frame.ts';
import { initialWeights, keptWeights } from '../initial-weights.ts';
import type { Probe, Watch } from '../pictures/probe.ts';
import { createRecorder, type Moment } from '../recording/recorder.ts';
import { createVisits } from '../recording/visits.ts';
import { crash } from '../run-failure.ts';
import { atStart } from './at-start.ts';
import { createComposer } from './composer.ts';
import { createFramer } from './framer.ts';
import { applySettings } from './frozen.ts';
import { createHost, type Standing } from './host.ts';
import { createStrokes, type Placement, placed } from './placement.ts';
import { beginning, createProgress, fromSeed, isWorthKeeping, type Source } from './progress.ts';
import { createScheduler } from './scheduler.ts';
import { createShelf } from './shelf.ts';
import { createUpdates } from './updates.ts';

/** What a session needs from its surroundings. */
export interface SessionParts {
  readonly chooser: Chooser;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly probes: ReadonlyMap<string, Probe>;
  /** Fetches what a data set needs, by the name that it gives it. */
  readonly loadAsset: LoadAsset;
  /** Shows a frame; settles when the page has taken it. */
  readonly deliver: (frame: Frame) => Promise<void>;
  /** What the recording of a run may take, in bytes. */
  readonly recordingBytes?: number;
}

/**
 * Training of one network: at most one update or one look is under way at a time. It starts without
 * a network; `build` gives it one.
 */
export function createSession(parts: SessionParts) {
  const host = createHost(parts.chooser);
  let training: Training | undefined;
  const progress = createProgress();
  /** Weights of a network that is gone; they outlive a build that fails. */
  let trained: { readonly ir: Network; readonly standing: Standing } | undefined;
  const shelf = createShelf();
  const curves = createCurves();
  const room = createDataRoom(parts.datasets, parts.loadAsset);
  const recorder = createRecorder(
    () => ({
      epoch: progress.reached('epoch'),
      mark: room.mark(),
      figures: room.evaluator()?.figures() ?? noFigures,
    }),
    parts.recordingBytes,
  );
  const visits = createVisits({ host, room, recorder, progress });
  let branchedAt: number | undefined;
  const strokes = createStrokes();
  let watch: Watch = {};
  /** The last distance that was asked for: a key that is pressed five times quickly counts five times. */
  let ahead:
    | {
        readonly unit: 'step' | 'epoch';
        readonly goal: () => number;
        readonly more: () => boolean;
      }
    | undefined;

  const updates = createUpdates({
    host,
    room,
    progress,
    curves,
    recorder,
    training: () => training,
    replaceExecutor,
  });
  const composer = createComposer({
    host,
    room,
    progress,
    curves,
    recorder,
    visits,
    shelf,
    probes: parts.probes,
    watch: () => watch,
    training: () => training,
    branchedAt: () => branchedAt,
    stepsPerSecond: () => scheduler.stepsPerSecond(),
    running: () => scheduler.running(),
    halt: () => scheduler.halt(),
    replaceExecutor,
  });
  const framer = createFramer({ deliver: parts.deliver, compose: composer.compose });
  const scheduler = createScheduler({
    advance: updates.stepOnce,
    onSlice: framer.offer,
    onStop: rest,
  });

  /** The last frame of a run, and what of its figures takes longer right after it. */
  async function rest(): Promise<void> {
    await framer.flush();
    const network = host.current();
    if (scheduler.running() || composer.failure() || !network || !isTrainable(network.ir)) return;
    if (room.evaluator()?.isBehind(visits.place().step))
      void scheduler.exclusive(settle).catch(() => {});
  }

  /** Brings the figures of large sets up to date, unless something else is asked for meanwhile. */
  async function settle(): Promise<void> {
    const network = host.current();
    if (!network || !isTrainable(network.ir) || scheduler.isAwaited()) return;
    const occasion = { ...visits.place(), running: false, isOff: scheduler.isAwaited };
    try {
      await room.evaluator()?.settle(network.executor, network.ir, occasion);
    } catch (error) {
      if (!(await replaceExecutor(error))) progress.fail(crash(error));
    }
    await framer.flush();
  }

  /** Another executor goes on from the last known weights. False where there is none. */
  async function replaceExecutor(error: unknown): Promise<boolean> {
    if (!training || !room.data()) return false;
    const standing = await host.replace(error, room.trialOf(training));
    if (standing) goOn(standing);
    return standing !== undefined;
  }

  /** The same network in the same place of its training, on whatever is the choice now. */
  async function rechoose(): Promise<void> {
    if (!training) return;
    const visited = visits.here();
    visits.show(undefined);
    const now = await host.read(progress.place());
    if (now && (await host.rechoose(now.weights, room.trialOf(training)))) goOn(now);
    visits.show(visited);
  }

  /** Takes the network up where training stands, at the begin of an epoch unless `mark` says otherwise. */
  function goOn(standing: Standing, mark?: BatchMark, anew = false): void {
    visits.forget();
    const network = host.current();
    if (!network || !training) return;
    // The rule goes on only where it is the one that is set.
    applySettings(network, training);
    host.write(standing);
    progress.goOn(standing);
    scheduler.forgetRate();
    room.evaluator()?.forget();
    curves.rewind(standing.step);
    room.replan(training, mark);
    if (anew) recorder.begin(network.ir, network.executor, standing);
    else recorder.follow(network.executor, standing.step);
  }

  /** A run of its own goes on from the moment on screen; the way up to it is common to both. */
  function branch(moment: Moment): void {
    progress.begin(progress.now());
    branchedAt = moment.step;
    goOn(moment, moment.mark);
  }

  function start(standing: Standing, source: Source): void {
    progress.begin(source);
    branchedAt = undefined;
    if (standing.step === 0) curves.clear();
    goOn(standing, undefined, true);
  }

  /** Goes on from other weights, as far as they are given; what was drawn of the run before is gone. */
  async function place(placement: Placement): Promise<void> {
    const now = await visits.standing();
    if (!now) return;
    const weights = placed(now.weights, placement);
    const here = progress.place();
    if (strokes.goesOn(placement)) return goOn({ weights, ...here }, room.mark(), true);
    curves.clear();
    const { step, epoch, numbers } = placement;
    const byHand = numbers !== undefined;
    start({ weights, step, epoch }, { byHand, given: !byHand });
  }

  /** Starts over; what other layers had learnt belongs to the run that is given up. */
  function startOver(ir: Network, seed: number): void {
    shelf.clear();
    composer.tellShelf();
    start({ weights: initialWeights(ir, seed), ...beginning }, fromSeed);
  }

  /** Lets the network go, and keeps what it has learnt. */
  async function putAside(): Promise<void> {
    const before = host.current();
    // What a network without a loss shows is not what was trained.
    if (before && isTrainable(before.ir)) {
      // One that can no longer be read is known from its last frame.
      const isWanted = isWorthKeeping(progress.now());
      const last = isWanted ? await visits.standing().catch(host.known) : undefined;
      trained = last && { ir: before.ir, standing: last };
    }
    visits.forget();
    host.release();
  }

  async function build(next: BuildPlan): Promise<void> {
    await putAside();
    const delivery = await room.fetch(next.ir);
    // What was wanted for one network may be far too slow for another.
    if (next.fresh) host.wish(undefined);
    training = next.training;
    room.furnish(delivery, training);
    const fresh = initialWeights(next.ir, training.seed);
    await host.place(next.build, { ir: next.ir, weights: fresh, ...room.trialOf(training) });
    const { resume } = next;
    const from = resume ? { ir: resume.ir, standing: resume } : next.fresh ? undefined : trained;
    if (resume || next.fresh) shelf.fill(resume?.shelved ?? []);
    if (from) shelf.put(from.ir, next.ir, from.standing.weights, from.standing);
    const kept = from ? keptWeights(from.ir, next.ir, from.standing.weights, fresh) : {};
    const back = shelf.take(next.ir, kept);
    const goesOn = from !== undefined && Object.keys(kept).length > 0;
    const { step, epoch } = (goesOn ? from.standing : back.at) ?? beginning;
    // What is resumed was another run; how the one before it began says nothing of it.
    const source = goesOn ? { ...fromSeed, ...(resume ?? progress.now()) } : fromSeed;
    start({ weights: { ...fresh, ...back.weights, ...kept }, step, epoch }, source);
    // A network without a loss learns nothing: what was known before it is known after it.
    trained = isTrainable(next.ir) ? undefined : from;
  }

  async function configure(next: Training): Promise<void> {
    const before = training;
    training = next;
    const network = host.current();
    if (!network || !before) return;
    const rowsBefore = room.rows(before);
    if (next.testShare !== before.testShare) room.divide(next);
    if (next.seed !== before.seed) {
      startOver(network.ir, next.seed);
      return;
    }
    applySettings(network, next);
    const sameBatches =
      next.batchSize === before.batchSize &&
      next.shuffle === before.shuffle &&
      next.wrap === before.wrap &&
      next.balance === before.balance;
    if (!sameBatches || next.testShare !== before.testShare) room.replan(next);
    // What is fastest depends on the rows of a batch.
    if (room.rows(next) !== rowsBefore) await rechoose();
  }

  /** Whether to train on; when that is first asked, a run of its own begins from a moment on screen. */
  const fromHere = (more: () => boolean): (() => boolean) => {
    const cleared = atStart(() => {
      progress.forgive();
      const moment = visits.here();
      if (moment) branch(moment);
    });
    return () => {
      cleared();
      return more();
    };
  };

  /** Trains a given distance beyond what is reached, or beyond what it is on the way to in the same unit. */
  function advance(distance: Distance): Promise<void> {
    const unit = 'steps' in distance ? 'step' : 'epoch';
    const length = 'steps' in distance ? distance.steps : distance.epochs;
    let before = ahead?.unit === unit && scheduler.wants(ahead.more) ? ahead.goal : undefined;
    const reached = (): number => progress.reached(unit);
    const goal = atStart(() => {
      const from = Math.max(reached(), before?.() ?? 0);
      // It has one before it in turn: a key that is held down would keep them all.
      before = undefined;
      return from + length;
    });
    const more = fromHere(() => reached() < goal());
    ahead = { unit, goal, more };
    return scheduler.run(more);
  }

  /** Does something while no update is under way, then shows the result and goes on if it ran. */
  const exclusive = (task: () => Promise<void> | void): Promise<void> =>
    scheduler.exclusive(async () => {
      try {
        await task();
      } catch (error) {
        if (!host.current()) {
          scheduler.halt();
          throw error;
        }
        progress.fail(crash(error));
      }
      await rest();
    });

  return {
    /** Replaces the network. Layers whose weight tensors did not change keep their weights. */
    build: (next: BuildPlan) => exclusive(() => build(next)),
    /** Changes settings, in mid-run too. A new seed starts over. */
    configure: (next: Training) => exclusive(() => configure(next)),
    /** Trains until paused, or until the update at which the document says to stop. */
    run: () => {
      const begun = atStart(() => progress.reached('step'));
      const more = fromHere(() => {
        const stopAt = training?.stopAt ?? null;
        return stopAt === null || begun() >= stopAt || progress.reached('step') < stopAt;
      });
      return scheduler.run(more);
    },
    /** Trains a given distance and pauses. */
    advance,
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
        if (network && training) startOver(network.ir, training.seed);
      });
    },
    /**
     * Shows the recorded moment nearest to a step; without one, the end. A run that is under way pauses
     * first. Training from there begins a run of its own.
     */
    scrub: (step: number | undefined) => {
      scheduler.halt();
      return exclusive(() => visits.go(step));
    },
    /** Sets weights by hand, in mid-run too, and where training stands with them. */
    place: (placement: Placement) => exclusive(() => place(placement)),
    /** Says which pictures are on screen. */
    watch: (next: Watch) => {
      watch = next;
      return scheduler.running() ? Promise.resolve() : exclusive(() => {});
    },
    dispose: () => scheduler.exclusive(host.release),
  };
}

const noFigures = { train: undefined, test: undefined };
