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
  const last = useRef<{ readonly came: T; readonly kept: T }>(undefined);
  return useStore(useStores().runs, (state) => {
    const came = select(state);
    if (last.current && came === last.current.came) return last.current.kept;
    const kept = last.current && dequal(last.current.kept, came) ? last.current.kept : came;
    last.current = { came, kept };
    return kept;
  });
}
