import * as Comlink from 'comlink';
import { isTrainable, type Network } from '../compiler/ir.ts';
import type { Training } from '../document/training-schema.ts';
import type { EngineApi } from './api.ts';
import type { Checkpoint, Distance } from './build-plan.ts';
import type { ExecutorName } from './choice/candidate.ts';
import type { Frame } from './frame.ts';
import type { Watch } from './pictures/probe.ts';
import type { Placement } from './session/placement.ts';
import { beginning, type Place } from './session/progress.ts';
import { nameLock, onRelease } from './worker-life.ts';

/** A look at a training, the network that it is of, and what that was built for. */
export interface Look<Home> {
  readonly frame: Frame;
  readonly network: Network;
  readonly home: Home;
}

/** What the client needs from the page. `Home`: what a network is built for. */
export interface ClientParts<Home> {
  readonly spawn: () => Worker;
  /** Takes a frame; settles when it is on screen, so that the next one may come. */
  readonly onFrame: (look: Look<Home>) => Promise<void>;
  /** Where training stands, now and then, and whether it rests there: enough to go on after a reload. */
  readonly onCheckpoint: (checkpoint: Checkpoint, rests: boolean, home: Home) => void;
  /** How much of the data has come, from 0 to 1; nothing when it is there. */
  readonly onLoading: (share: number | undefined) => void;
  /** Training has ended: its goal is reached, it was paused, or it failed. */
  readonly onIdle: () => void;
  /** The worker died and a new one goes on from the last frame. */
  readonly onRestart: () => void;
  /** The worker could not do what it was asked. */
  readonly onFailure: (detail: string) => void;
}

/** A worker that dies more often than this in a row is not started again by itself. */
const MAX_DEATHS = 3;

/** What the worker was told to train for: as far as that, or, without an end, until it is paused. */
interface Goal {
  readonly end: { readonly unit: 'step' | 'epoch'; readonly at: number } | undefined;
}

/** What the networks of one document leave behind, each going on from the one before. */
interface Line {
  checkpoint: Checkpoint | undefined;
  shelved: Pick<Checkpoint, 'shelved'>;
  last: Place;
}

const beginLine = (resume: Checkpoint | undefined): Line => ({
  checkpoint: resume,
  shelved: resume?.shelved ? { shelved: resume.shelved } : {},
  last: { step: resume?.step ?? 0, epoch: resume?.epoch ?? 0 },
});

/** A network that is to be built, and where what it learns belongs. */
interface Order<Home> {
  readonly ir: Network;
  readonly training: Training;
  readonly home: Home;
  /** Starts from the seed even where weights could be kept, or from `resume` as far as it fits. */
  readonly fresh: boolean;
  readonly resume?: Checkpoint | undefined;
}

/** A network that waits to be built, or was. */
type Waiting<Home> = Omit<Order<Home>, 'training'> & { readonly line: Line };

/** What `onFailure` says when the worker is not started again. */
export const GAVE_UP = 'gave-up';

/**
 * Talks to the worker and watches over it. The worker holds a Web Lock for as long as it lives; when
 * the page is given that lock, the worker is gone, however it died.
 */
export function createEngineClient<Home>({
  spawn,
  onFrame,
  onCheckpoint,
  onLoading,
  onIdle,
  onRestart,
  onFailure,
}: ClientParts<Home>) {
  let generation = 0;
  let deaths = 0;
  let link = connect();
  let gaveUp = false;
  let build = 0;
  let wanted: Pick<Order<Home>, 'ir' | 'training' | 'home'> | undefined;
  let waiting: Waiting<Home> | undefined;
  /** The network that `build` names; frames are of this one. */
  let built: Waiting<Home> | undefined;
  let building: Promise<void> | undefined;
  let watch: Watch = {};
  let pace: number | undefined;
  let executor: ExecutorName | undefined;
  /** Of the document that is wanted: frames of the one before may still come. */
  let line = beginLine(undefined);
  let resumedAt = 0;
  let goal: Goal | undefined;
  /** The moment to show next, while one is on its way. */
  let sought: { readonly step: number | undefined } | undefined;
  let seeking: Promise<void> | undefined;

  function connect() {
    generation += 1;
    const mine = generation;
    const worker = spawn();
    const api = Comlink.wrap<EngineApi>(worker);
    const lock = nameLock('engine');
    let end = (): void => {};
    const gone = new Promise<void>((resolve) => {
      end = resolve;
    });
    const opened = api
      .open(
        lock,
        Comlink.proxy((frame) => deliver(mine, frame)),
        Comlink.proxy((share) => {
          if (mine === generation) onLoading(share);
        }),
      )
      .then(() => onRelease(lock, () => died(mine)));
    worker.onerror = (event) => {
      onFailure(event.message);
      worker.terminate();
      died(mine);
    };
    return { worker, api, opened, gone, end };
  }

  async function deliver(from: number, frame: Frame): Promise<void> {
    if (from !== generation || frame.build !== build || !built) return;
    const { step, epoch, weights, byHand, given } = frame;
    // A worker that gets on is well again; one that only starts may die the same way.
    if (step > resumedAt) deaths = 0;
    const { ir, home, line: own } = built;
    own.last = { step, epoch };
    if (frame.shelved) own.shelved = frame.shelved.length > 0 ? { shelved: frame.shelved } : {};
    // A moment that is only looked at is not where training stands.
    if (weights && isTrainable(ir) && frame.recording?.at === undefined) {
      own.checkpoint = { ir, weights, step, epoch, byHand, given, ...own.shelved };
      onCheckpoint(own.checkpoint, frame.status !== 'running', home);
    }
    await onFrame({ frame, network: ir, home });
  }

  function died(who: number): void {
    if (who !== generation) return;
    deaths += 1;
    link.worker.terminate();
    link.end();
    const goesOn = goal;
    if (deaths > MAX_DEATHS) {
      gaveUp = true;
      rest();
      onFailure(GAVE_UP);
      return;
    }
    revive();
    onRestart();
    if (goesOn) train(goesOn, remaining(goesOn));
  }

  /** Starts a new worker on what the last one had. */
  function revive(): void {
    gaveUp = false;
    building = undefined;
    link = connect();
    const { checkpoint: resume } = line;
    resumedAt = resume?.step ?? 0;
    void call(async (api) => {
      await Promise.all([api.watch(watch), api.pace(pace), api.prefer(executor)]);
    });
    if (wanted) again(wanted, resume);
  }

  /** Where a distance ends. It adds to what is on its way in the same unit, as it does in the worker. */
  function endOf(distance: Distance): Goal['end'] {
    const [unit, length] =
      'steps' in distance
        ? (['step', distance.steps] as const)
        : (['epoch', distance.epochs] as const);
    const before = goal?.end?.unit === unit ? goal.end.at : 0;
    return { unit, at: Math.max(line.last[unit], before) + length };
  }

  /** What is left of a goal from where the new worker starts. */
  function remaining({ end }: Goal): Distance | undefined {
    if (!end) return undefined;
    const left = Math.max(0, end.at - (line.checkpoint ?? beginning)[end.unit]);
    return end.unit === 'step' ? { steps: left } : { epochs: left };
  }

  function train(next: Goal, distance: Distance | undefined): void {
    if (gaveUp) {
      deaths = 0;
      revive();
    }
    goal = next;
    // A worker that dies meanwhile has not got there; the one after it is asked for itself.
    const mine = generation;
    const lives = (): boolean => mine === generation;
    const ask = () => afterBuilds((api) => (distance ? api.advance(distance) : api.run()));
    // What goes on from a moment waits until that is there.
    void (seeking ? seeking.then(() => (lives() ? ask() : undefined)) : ask()).then(() => {
      if (goal === next && lives()) rest();
    });
  }

  /** Of the moments that are sought, only the newest is shown: a pulled slider asks for many. */
  async function seek(): Promise<void> {
    while (sought) {
      const { step } = sought;
      sought = undefined;
      await afterBuilds((api) => api.scrub(step));
    }
    seeking = undefined;
  }

  /** Other weights are set: what was reached before is no place to go on from, nor to count from. */
  function startAt({ step, epoch }: Place): void {
    line.checkpoint = undefined;
    line.last = { step, epoch };
  }

  function rest(): void {
    goal = undefined;
    onIdle();
  }

  /** Calls the worker; a call that it cannot carry out is reported, not thrown. One that dies over it never answers. */
  async function call(ask: (api: Comlink.Remote<EngineApi>) => Promise<unknown>): Promise<void> {
    const { api, opened, gone } = link;
    try {
      await Promise.race([opened.then(() => ask(api)), gone]);
    } catch (error) {
      onFailure(error instanceof Error ? error.message : String(error));
    }
  }

  /** Calls the worker when it has built the newest network; not the one that comes after it, should it die. */
  async function afterBuilds(ask: (api: Comlink.Remote<EngineApi>) => Promise<unknown>) {
    const mine = generation;
    await building;
    if (mine === generation) await call(ask);
  }

  /** Of the networks that wait to be built, only the newest is: a pulled slider makes many. */
  function enqueue(next: Waiting<Home>): void {
    // What it makes unnecessary may have been told where to begin.
    waiting = waiting && !next.fresh ? { ...waiting, ...next, fresh: waiting.fresh } : next;
    building ??= buildAll();
  }

  /** Builds what is wanted once more. */
  function again({ ir, home }: Pick<Order<Home>, 'ir' | 'home'>, resume?: Checkpoint): void {
    enqueue({ ir, home, line, fresh: false, ...(resume && { resume }) });
  }

  async function buildAll(): Promise<void> {
    const mine = generation;
    while (waiting && wanted && mine === generation) {
      build += 1;
      const { ir, fresh, resume } = waiting;
      const { training } = wanted;
      const plan = { ir, training, build, fresh, ...(resume && { resume }) };
      built = waiting;
      waiting = undefined;
      await call((api) => api.build(plan));
    }
    if (mine === generation) building = undefined;
  }

  return {
    /** Replaces the network. */
    build: ({ ir, training, home, fresh, resume }: Order<Home>): void => {
      wanted = { ir, training, home };
      if (fresh) {
        line = beginLine(resume);
        executor = undefined;
        rest();
        void call((api) => api.pause());
      }
      enqueue({ ir, home, line, fresh, ...(resume && { resume }) });
    },
    /** Builds the same network again, after something that was in the way is gone. */
    rebuild: (): void => {
      if (wanted) again(wanted);
    },
    configure: (training: Training): void => {
      if (!wanted) return;
      if (training.seed !== wanted.training.seed) startAt(beginning);
      wanted = { ...wanted, training };
      void afterBuilds((api) => api.configure(training));
    },
    run: (): void => train({ end: undefined }, undefined),
    advance: (distance: Distance): void => train({ end: endOf(distance) }, distance),
    pause: (): Promise<void> => {
      rest();
      return call((api) => api.pause());
    },
    /** Shows the recorded moment nearest to a step, without one the end; settles when it is there. */
    scrub: (step: number | undefined): Promise<void> => {
      if (goal) rest();
      sought = { step };
      seeking ??= seek();
      return seeking;
    },
    reset: (): void => {
      rest();
      startAt(beginning);
      void afterBuilds((api) => api.reset());
    },
    /** Sets weights by hand; training goes on from there if it was under way. */
    place: (placement: Placement): void => {
      startAt(placement);
      void afterBuilds((api) => api.place(placement));
    },
    /** Updates a second; without a number, as many as can be. */
    pace: (perSecond: number | undefined): void => {
      pace = perSecond;
      void call((api) => api.pace(perSecond));
    },
    /** What is to run the network; without a name, the fastest. Tells whether it does. */
    prefer: async (name: ExecutorName | undefined): Promise<boolean> => {
      executor = name;
      let met = false;
      await afterBuilds(async (api) => {
        met = await api.prefer(name);
      });
      // A new worker is not asked for what could not be met.
      if (!met && executor === name) executor = undefined;
      return met;
    },
    watch: (next: Watch): void => {
      watch = next;
      void call((api) => api.watch(next));
    },
  };
}
