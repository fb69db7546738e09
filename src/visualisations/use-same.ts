import { dequal } from 'dequal';
import { useRef } from 'react';
import { useStore } from 'zustand';
import type { RunState } from '../state/run-store.ts';
import { useStores } from '../state/stores.ts';

/**
 * Part of the training's state, down to its last number: what comes again with the same numbers is the same,
 * and is not painted again. For what one node shows; a whole picture takes too long to compare.
 */
export function useSame<T>(select: (state: RunState) => T): T {
  const before = useRef<T>(undefined);
  return useStore(useStores().runs, (state) => {
    const now = select(state);
    if (before.current !== undefined && dequal(before.current, now)) return before.current;
    before.current = now;
    return now;
  });
}
