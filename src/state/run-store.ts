import { dequal } from 'dequal/lite';
import { createStore } from 'zustand/vanilla';
import type { Compilation } from '../compiler/compile.ts';
import type { Network } from '../compiler/ir.ts';
import type { GraphDocument } from '../document/schema.ts';
import type { Checkpoint, Distance } from '../engine/build-plan.ts';
import type { ExecutorName } from '../engine/choice/candidate.ts';
import { createEngineClient } from '../engine/client.ts';
import { ASSET_MISSING } from '../engine/data/data.ts';
import type { Frame } from '../engine/frame.ts';
import type { Placement } from '../engine/session/placement.ts';
import type { CompilationStore } from './compilation-store.ts';
import type { DocumentStore } from './document-store.ts';

/** A look at a training, which need not be of what is on screen any more. */
export interface TrainingLook {
  readonly frame: Frame;
  readonly network: Network;
  /** The document as it last was with this very network, and the project that it is kept in. */
  readonly document: GraphDocument;
  readonly project: string;
}

/** The training as the page sees it. */
export interface RunState {
  /** The last look at the training on screen; missing until a network has been built. */
  readonly frame: Frame | undefined;
  /** The last look that came at all: a training that was left may say where it ended. */
  readonly heard: TrainingLook | undefined;
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
  /** Shows the recorded moment nearest to a step, without one the end; settles when it is there. */
  readonly scrub: (step: number | undefined) => Promise<void>;
  /** Sets weights by hand, and where training stands with them. */
  readonly place: (placement: Placement) => void;
  /** Goes on from there when this document comes on screen, or is and can be built: as far as it fits. */
  readonly resumeWith: (checkpoint: Checkpoint, document: GraphDocument) => void;
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
  readonly keep: (checkpoint: Checkpoint, rests: boolean, project: string) => void;
}

/** What a network is built for. */
interface Home {
  readonly origin: number;
  readonly project: string;
  document: GraphDocument;
}

/** Keeps a worker training what the document says. */
export function createRunStore(
  documents: DocumentStore,
  compilations: CompilationStore,
  { spawn, kept, keep }: RunParts,
) {
  const requests = new Map<string, unknown>();
  let shownOrigin = documents.getState().origin;
  let built: { readonly network: Network; readonly home: Home } | undefined;
  /** Where documents go on from that are not on screen yet. */
  const brought = new WeakMap<GraphDocument, Checkpoint>();
  /** Where the document on screen goes on from as soon as it can be built; no other one does. */
  let resume = kept && { origin: shownOrigin, checkpoint: kept };

  const store = createStore<RunState>()(() => ({
    frame: undefined,
    heard: undefined,
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
    scrub: (step) => client.scrub(step),
    place: (placement) => client.place(placement),
    resumeWith: (checkpoint, document) => {
      brought.set(document, checkpoint);
      findResume();
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

  const client = createEngineClient<Home>({
    spawn,
    onFrame: ({ frame, network, home }) => {
      const { document, project } = home;
      const isOnScreen = home.origin === documents.getState().origin;
      store.setState({
        heard: { frame, network, document, project },
        ...(isOnScreen && { frame, trouble: undefined }),
      });
      return shown();
    },
    onCheckpoint: (checkpoint, rests, { project }) => keep(checkpoint, rests, project),
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

  /** Looks where the document on screen goes on from; what was meant for another one is forgotten. */
  function findResume(): void {
    const { document, origin } = documents.getState();
    const checkpoint = brought.get(document);
    brought.delete(document);
    if (checkpoint) resume = { origin, checkpoint };
    else if (resume?.origin !== origin) resume = undefined;
  }

  function follow({ ir, network }: Compilation): void {
    const { document, origin, project } = documents.getState();
    findResume();
    const ready = ir !== undefined;
    // All that shows a run looks again whenever something is set.
    if (store.getState().ready !== ready) store.setState({ ready });
    if (origin !== shownOrigin) store.setState({ frame: undefined });
    shownOrigin = origin;
    // The weights stay in the worker: a mended graph takes up those that still fit.
    if (!ir) void client.pause();
    if (!network) return;
    const fresh = built?.home.origin !== origin;
    if (built && !fresh && dequal(built.network, network)) {
      built.home.document = document;
      return;
    }
    built = { network, home: { origin, project, document } };
    client.build({
      ir: network,
      training: document.training,
      home: built.home,
      fresh,
      resume: resume?.checkpoint,
    });
    resume = undefined;
  }

  compilations.subscribe(follow);
  documents.subscribe((now, before) => {
    if (now.origin !== shownOrigin) follow(compilations.getState());
    if (built?.home.origin !== now.origin || now.document === before.document) return;
    // A place or a setting is no part of the network.
    if (now.document.graph === built.home.document.graph) built.home.document = now.document;
    if (now.document.training !== before.document.training) {
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
