import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import { applyCommands, type Command } from '../document/commands.ts';
import { nodeIds } from '../document/queries.ts';
import type { GraphDocument } from '../document/schema.ts';
import { nameStep, type StepName } from '../document/step-name.ts';

/** The document on screen. `origin` changes when another one is opened, not when it is edited. */
export interface DocumentState {
  readonly document: GraphDocument;
  readonly origin: number;
  /** What the last step did that led here; nothing led to what was there at first. */
  readonly step: StepName | undefined;
  /** Every node id that was ever in use here; a new node takes none of them, nor their weights. */
  readonly usedIds: ReadonlySet<string>;
  /** While set, only the training can be changed: nothing happens to the network by accident. */
  readonly locked: boolean;
  readonly lock: (locked: boolean) => void;
  /**
   * Changes the document. Changes with the same `gesture` in a row are one step of the history: a
   * slider that is pulled, a text that is typed.
   */
  readonly dispatch: (commands: readonly Command[], gesture?: string) => void;
  /** Opens another document. The one before is a step back in the history. */
  readonly open: (document: GraphDocument) => void;
}

/** Steps back that are kept. */
const HISTORY_LIMIT = 300;
/** Pause after which the same gesture counts as a new one, in ms. */
const GESTURE_PAUSE = 1000;

/** The one writer of the document, with its history. */
export function createDocumentStore(initial: GraphDocument) {
  let last: { gesture?: string; at: number; wrote?: GraphDocument } = { at: -Infinity };
  const store = createStore<DocumentState>()(
    temporal(
      (set, get) => ({
        document: initial,
        origin: 0,
        step: undefined,
        usedIds: nodeIds(initial.graph),
        locked: false,
        lock: (locked) => set({ locked }),
        dispatch: (wanted, gesture) => {
          const commands = get().locked
            ? wanted.filter(({ type }) => type === 'setTraining')
            : wanted;
          const document = applyCommands(get().document, commands);
          if (document === get().document) return;
          const now = performance.now();
          const continues =
            gesture !== undefined &&
            gesture === last.gesture &&
            last.wrote === get().document &&
            now - last.at < GESTURE_PAUSE;
          last = { ...(gesture && { gesture }), at: now, wrote: document };
          const history = store.temporal.getState();
          if (continues) history.pause();
          const step = nameStep(commands, get().document, document);
          set({ document, step, usedIds: withIds(get().usedIds, document) });
          if (continues) history.resume();
        },
        open: (document) => {
          last = { at: -Infinity };
          set({
            document,
            origin: get().origin + 1,
            step: { code: 'open', count: 1 },
            usedIds: withIds(get().usedIds, document),
          });
        },
      }),
      {
        limit: HISTORY_LIMIT,
        partialize: ({ document, origin, step }) => ({ document, origin, step }),
        equality: (a, b) => a.document === b.document,
      },
    ),
  );
  return store;
}

function withIds(used: ReadonlySet<string>, { graph }: GraphDocument): ReadonlySet<string> {
  const ids = Object.keys(graph.nodes);
  return ids.every((id) => used.has(id)) ? used : new Set([...used, ...ids]);
}

/** The store of the document. */
export type DocumentStore = ReturnType<typeof createDocumentStore>;
