import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import { applyCommands, type Command } from '../document/commands.ts';
import type { GraphDocument } from '../document/schema.ts';

/** The document on screen. `origin` changes when another one is opened, not when it is edited. */
export interface DocumentState {
  readonly document: GraphDocument;
  readonly origin: number;
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
  let last = { gesture: '', at: -Infinity };
  const store = createStore<DocumentState>()(
    temporal(
      (set, get) => ({
        document: initial,
        origin: 0,
        dispatch: (commands, gesture) => {
          const document = applyCommands(get().document, commands);
          if (document === get().document) return;
          const now = performance.now();
          const continues = gesture === last.gesture && now - last.at < GESTURE_PAUSE;
          last = { gesture: gesture ?? '', at: gesture === undefined ? -Infinity : now };
          const history = store.temporal.getState();
          if (continues) history.pause();
          set({ document });
          if (continues) history.resume();
        },
        open: (document) => {
          last = { gesture: '', at: -Infinity };
          set({ document, origin: get().origin + 1 });
        },
      }),
      {
        limit: HISTORY_LIMIT,
        partialize: ({ document, origin }) => ({ document, origin }),
        equality: (a, b) => a.document === b.document,
      },
    ),
  );
  return store;
}

/** The store of the document. */
export type DocumentStore = ReturnType<typeof createDocumentStore>;
