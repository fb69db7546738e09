import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Fragment, parseFragmentText, printFragment } from '../document/fragment.ts';

const KEY = 'netwright-own-blocks';
/** Most blocks that are kept. */
export const MAX_OWN_BLOCKS = 50;

/** A block that the person kept. */
export interface OwnBlock {
  readonly id: string;
  readonly fragment: Fragment;
}

/** Blocks that a person kept in this browser, to be used in any network. */
export interface OwnBlocksState {
  readonly blocks: readonly OwnBlock[];
  /** Keeps one more. Gives why it could not. */
  readonly keep: (fragment: Fragment) => 'full' | { readonly detail: string } | undefined;
  readonly forget: (id: string) => void;
}

/** The store of a person's own blocks. */
export type OwnBlocks = StoreApi<OwnBlocksState>;

/** The person's own blocks, kept in the browser; what cannot be read is left out. */
export function createOwnBlocks(): OwnBlocks {
  return createStore<OwnBlocksState>()((set, get) => {
    const write = (blocks: readonly OwnBlock[]): void => {
      const texts = blocks.map(({ fragment }) => printFragment(fragment));
      localStorage.setItem(KEY, JSON.stringify(texts));
      set({ blocks });
    };
    let last = 0;
    const numbered = (fragment: Fragment): OwnBlock => {
      last += 1;
      return { id: `own${last}`, fragment };
    };
    return {
      blocks: readKept().map(numbered),
      keep: (fragment) => {
        if (get().blocks.length >= MAX_OWN_BLOCKS) return 'full';
        try {
          // Another tab may have kept some since.
          write([...readKept().map(numbered), numbered(fragment)]);
          return undefined;
        } catch (error) {
          return { detail: error instanceof Error ? error.message || error.name : String(error) };
        }
      },
      forget: (id) => {
        const blocks = get().blocks.filter((block) => block.id !== id);
        try {
          write(blocks);
        } catch {
          set({ blocks });
        }
      },
    };
  });
}

function readKept(): Fragment[] {
  try {
    const texts: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(texts)) return [];
    return texts.slice(0, MAX_OWN_BLOCKS).flatMap((text) => {
      const parsed = typeof text === 'string' ? parseFragmentText(text) : undefined;
      return parsed?.ok ? [parsed.value] : [];
    });
  } catch {
    return [];
  }
}
