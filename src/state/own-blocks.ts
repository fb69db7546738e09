import { createStore, type StoreApi } from 'zustand/vanilla';

const KEY = 'netwright-own-blocks';
/** Most blocks that are kept. */
export const MAX_OWN_BLOCKS = 50;

/** A block that the person kept. */
export interface OwnBlock {
  readonly id: string;
  /** A part of a network as it is copied, unread. */
  readonly text: string;
}

/** Blocks that a person kept in this browser, to be used in any network. */
export interface OwnBlocksState {
  readonly blocks: readonly OwnBlock[];
  /** Keeps one more. Gives why it could not. */
  readonly keep: (text: string) => 'full' | { readonly detail: string } | undefined;
  readonly forget: (id: string) => void;
}

/** The store of a person's own blocks. */
export type OwnBlocks = StoreApi<OwnBlocksState>;

/** The person's own blocks, kept in the browser. */
export function createOwnBlocks(): OwnBlocks {
  return createStore<OwnBlocksState>()((set, get) => {
    let last = 0;
    const numbered = (text: string): OwnBlock => {
      last += 1;
      return { id: `own${last}`, text };
    };
    const write = (blocks: readonly OwnBlock[]): void => {
      localStorage.setItem(KEY, JSON.stringify(blocks.map(({ text }) => text)));
      set({ blocks });
    };
    return {
      blocks: readKept().map(numbered),
      keep: (text) => {
        // Another tab may have kept some since.
        const kept = readKept().map(numbered);
        if (kept.length >= MAX_OWN_BLOCKS) return 'full';
        try {
          write([...kept, numbered(text)]);
          return undefined;
        } catch (error) {
          return { detail: error instanceof Error ? error.message || error.name : String(error) };
        }
      },
      forget: (id) => {
        const gone = get().blocks.find((block) => block.id === id);
        const kept = readKept();
        const at = kept.indexOf(gone?.text ?? '');
        try {
          write(kept.filter((_, i) => i !== at).map(numbered));
        } catch {
          set({ blocks: get().blocks.filter((block) => block !== gone) });
        }
      },
    };
  });
}

function readKept(): string[] {
  try {
    const texts: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(texts)) return [];
    return texts.filter((text) => typeof text === 'string').slice(0, MAX_OWN_BLOCKS);
  } catch {
    return [];
  }
}
