import * as Comlink from 'comlink';
import type { Ir } from '../compiler/ir.ts';
import type { Training } from '../document/training-schema.ts';
import type { EngineApi } from './api.ts';
import type { WeightMap } from './executor.ts';
import type { Frame } from './frame.ts';
import type { Watch } from './probe.ts';
import type { Distance } from './session.ts';

/** What the client needs from the page. */
export interface ClientParts {
  readonly spawn: () => Worker;
  /** Takes a frame; settles when it is on screen, so that the next one may come. */
  readonly onFrame: (frame: Frame) => Promise<void>;
  /** Training has ended: its goal is reached, it was paused, or it failed. */
  readonly onIdle: () => void;
  /** The worker died and a new one goes on from the last frame. */
  readonly onRestart: () => void;
  /** The worker could not do what it was asked. */
  readonly onFailure: (detail: string) => void;
}

/** A worker that dies more often than this in a row is not started again by itself. */
const MAX_DEATHS = 3;

/** What the worker was last told to train for. */
interface Goal {
  readonly distance: Distance | undefined;
}

/** What `onFailure` says when the worker is not started again. */
export const GAVE_UP = 'gave-up';

interface Checkpoint {
  readonly weights: WeightMap;
  readonly step: number;
  readonly epoch: number;
}

/**
 * Talks to the worker and watches over it. The worker holds a Web Lock for as long as it lives; when
 * the page is given that lock, the worker is gone, however it died.
 */
export function createEngineClient({ spawn, onFrame, onIdle, onRestart, onFailure }: ClientParts) {
  let generation = 0;
  let deaths = 0;
  let link = connect();
  let build = 0;
  let wanted: { ir: Ir; training: Training } | undefined;
  let watch: Watch = {};
  let checkpoint: Checkpoint | undefined;
  let goal: Goal | undefined;

  function connect() {
    generation += 1;
    const mine = generation;
    const worker = spawn();
    const api = Comlink.wrap<EngineApi>(worker);
    const lock = `netwright-engine-${mine}-${performance.now()}`;
    const deliver = async (frame: Frame): Promise<void> => {
      if (mine !== generation || frame.build !== build) return;
      deaths = 0;
      if (frame.weights) checkpoint = { ...frame, weights: frame.weights };
      await onFrame(frame);
    };
    const opened = api.open(lock, Comlink.proxy(deliver)).then(() => {
      void navigator.locks.request(lock, () => died(mine));
    });
    worker.onerror = (event) => {
      onFailure(event.message);
      worker.terminate();
      died(mine);
    };
    return { worker, api, opened };
  }

  function died(who: number): void {
    if (who !== generation) return;
    deaths += 1;
    link.worker.terminate();
    const resume = goal;
    if (deaths > MAX_DEATHS) {
      rest();
      onFailure(GAVE_UP);
      return;
    }
    link = connect();
    onRestart();
    if (!wanted) return;
    const at = checkpoint && { resume: checkpoint };
    void call((api) => api.watch(watch));
    send({ ...wanted, fresh: false, ...at });
    if (resume) train(resume);
  }

  function train(next: Goal): void {
    goal = next;
    const { distance } = next;
    void call((api) => (distance ? api.advance(distance) : api.run())).then(() => {
      if (goal === next) rest();
    });
  }

  function rest(): void {
    goal = undefined;
    onIdle();
  }

  /** Calls the worker; a call that it cannot carry out is reported, not thrown. */
  async function call(ask: (api: Comlink.Remote<EngineApi>) => Promise<unknown>): Promise<void> {
    const { api, opened } = link;
    try {
      await opened;
      await ask(api);
    } catch (error) {
      onFailure(error instanceof Error ? error.message : String(error));
    }
  }

  function send(plan: { ir: Ir; training: Training; fresh: boolean; resume?: Checkpoint }): void {
    build += 1;
    const numbered = { ...plan, build };
    void call((api) => api.build(numbered));
  }

  return {
    /** Replaces the network. `fresh` starts from the seed even where weights could be kept. */
    build: (ir: Ir, training: Training, fresh: boolean): void => {
      wanted = { ir, training };
      if (fresh) {
        checkpoint = undefined;
        rest();
        void call((api) => api.pause());
      }
      send({ ir, training, fresh });
    },
    configure: (training: Training): void => {
      if (!wanted) return;
      if (training.seed !== wanted.training.seed) checkpoint = undefined;
      wanted = { ...wanted, training };
      void call((api) => api.configure(training));
    },
    run: (): void => train({ distance: undefined }),
    advance: (distance: Distance): void => train({ distance }),
    pause: (): Promise<void> => {
      rest();
      return call((api) => api.pause());
    },
    reset: (): void => {
      rest();
      checkpoint = undefined;
      void call((api) => api.reset());
    },
    watch: (next: Watch): void => {
      watch = next;
      void call((api) => api.watch(next));
    },
  };
}
