import { createStore } from 'zustand/vanilla';
import type { Compilation } from '../compiler/compile.ts';
import type { Checkpoint, Distance } from '../engine/build-plan.ts';
import type { ExecutorName } from '../engine/choice/candidate.ts';
import { createEngineClient } from '../engine/client.ts';
import { ASSET_MISSING } from '../engine/data.ts';
import type { Frame } from '../engine/frame.ts';
import type { Placement } from '../engine/placement.ts';
import type { CompilationStore } from './compilation-store.ts';
import type { DocumentStore } from './document-store.ts';

/** The training as the page sees it. */
export interface RunState {
  /** The last look at the training; missing until a network has been built. */
  readonly frame: Frame | undefined;
  /** Whether the network on screen can be trained; if not, `frame` is of the one before. */
  readonly ready: boolean;
  /** Whether it trains, or is about to. */
  readonly running: boolean;
  /** How much of the data has come, from 0 to 1; missing when it is there. */
  readonly loading: number | undefined;
  /** What the worker could not do. */
  readonly trouble: string | undefined;
  /** Times that the worker was started again. */
  readonly restarts: number;
  /** What the person just asked to run the network, until it does or cannot. */
  readonly wish: { readonly name: ExecutorName | undefined } | undefined;
  readonly run: () => void;
  readonly pause: () => void;
  readonly advance: (distance: Distance) => void;
  readonly reset: () => void;
  /** Sets weights by hand, and where training stands with them. */
  readonly place: (placement: Placement) => void;
  /** Goes on from there once the very network of the checkpoint is on screen. */
  readonly resumeWith: (checkpoint: Checkpoint) => void;
  /** Tries again to build what is on screen. */
  readonly retry: () => void;
  /** Updates a second that are wanted; without a number, as many as can be. */
  readonly setPace: (perSecond: number | undefined) => void;
  /** Names what is to run the network; without a name, the fastest. Tells whether it does. */
  readonly prefer: (name: ExecutorName | undefined) => Promise<boolean>;
  /** Asks for a picture while it is on screen; returns how to stop. */
  readonly watch: (id: string, request: unknown) => () => void;
}

/** Wait for the screen to show a frame, but not for ever: a hidden page shows none. */
const HIDDEN_FRAME = 250;

/** Where the worker comes from, and where a run is kept while the page is away. */
interface RunParts {
  readonly spawn: () => Worker;
  readonly kept: Checkpoint | undefined;
  readonly keep: (checkpoint: Checkpoint, rests: boolean) => void;
}

/** Keeps a worker training what the document says. */
export function createRunStore(
  documents: DocumentStore,
  compilations: CompilationStore,
  { spawn, kept, keep }: RunParts,
) {
  let resume = kept;
  const requests = new Map<string, unknown>();
  let shownOrigin = 0;
  let built: { key: string; origin: number } | undefined;

  const store = createStore<RunState>()(() => ({
    frame: undefined,
    ready: false,
    running: false,
    loading: undefined,
    trouble: undefined,
    restarts: 0,
    wish: undefined,
    run: () => {
      store.setState({ running: true });
      client.run();
    },
    pause: () => void client.pause(),
    advance: (distance) => {
      store.setState({ running: true });
      client.advance(distance);
    },
    reset: () => client.reset(),
    place: (placement) => client.place(placement),
    resumeWith: (checkpoint) => {
      resume = checkpoint;
    },
    retry: () => {
      store.setState({ trouble: undefined });
      client.rebuild();
    },
    setPace: (perSecond) => client.pace(perSecond),
    prefer: async (name) => {
      const wish = { name };
      store.setState({ wish });
      const met = await client.prefer(name);
      if (store.getState().wish === wish) store.setState({ wish: undefined });
      return met;
    },
    watch: (id, request) => {
      requests.set(id, request);
      sendWatch();
      return () => {
        if (requests.get(id) !== request) return;
        requests.delete(id);
        sendWatch();
      };
    },
  }));

  const client = createEngineClient({
    spawn,
    onFrame: (frame) => {
      store.setState({ frame, trouble: undefined });
      return shown();
    },
    onCheckpoint: keep,
    onLoading: (loading) => store.setState({ loading }),
    onIdle: () => store.setState({ running: false }),
    onRestart: () => store.setState({ restarts: store.getState().restarts + 1 }),
    // What is on screen belongs to a network that is not there any more.
    onFailure: (trouble) =>
      store.setState({
        trouble,
        running: false,
        ...(trouble.startsWith(ASSET_MISSING) && { frame: undefined }),
      }),
  });

  let pending = false;
  /** One message for all the views that come and go together. */
  function sendWatch(): void {
    if (pending) return;
    pending = true;
    queueMicrotask(() => {
      pending = false;
      client.watch(Object.fromEntries(requests));
    });
  }

  function follow({ ir, network }: Compilation): void {
    const { document, origin } = documents.getState();
    store.setState({ ready: ir !== undefined });
    if (origin !== shownOrigin) store.setState({ frame: undefined });
    shownOrigin = origin;
    // The weights stay in the worker: a mended graph takes up those that still fit.
    if (!ir) void client.pause();
    if (!network) return;
    const key = JSON.stringify(network);
    if (built?.key === key && built.origin === origin) return;
    const fresh = built?.origin !== origin;
    built = { key, origin };
    // Only the first network is the one that was on screen when the page was left, or was made of it.
    const goesOn = resume;
    resume = undefined;
    client.build(network, document.training, fresh, goesOn);
  }

  compilations.subscribe(follow);
  documents.subscribe((now, before) => {
    if (now.document.training !== before.document.training && built?.origin === now.origin) {
      client.configure(now.document.training);
    }
  });
  follow(compilations.getState());
  return store;
}

const shown = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, HIDDEN_FRAME);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });

/** The store of the run. */
export type RunStore = ReturnType<typeof createRunStore>;
