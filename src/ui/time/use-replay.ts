import { useEffect } from 'react';
import type { Recording } from '../../engine/frame.ts';
import type { RunStore } from '../../state/run-store.ts';
import { useStores, useView } from '../../state/stores.ts';

/** Moments that a replay shows at most, and the time that each stays, in ms. */
const FLOWING = { most: 150, stay: 40 };
/** The same for those who want no motion: single pictures to be looked at. */
const STEPPED = { most: 12, stay: 900 };

interface Replayable extends Pick<Recording, 'at' | 'end'> {
  readonly steps: Iterable<number> | undefined;
}

/** Moments of a recording from one of them on, evenly thinned out: at most so many. */
export function replayed({ steps, at, end }: Replayable, most: number): number[] {
  const all = [...(steps ?? [])].filter((step) => step < end);
  const from = all.filter((step) => at === undefined || step >= at);
  const count = Math.min(most, from.length);
  return Array.from(
    { length: count },
    (_, i) => from[Math.round((i * (from.length - 1)) / Math.max(1, count - 1))] ?? 0,
  );
}

/** Moments of a whole recording with its end, evenly thinned out: at most so many, no two of them the same. */
export const throughout = (
  { steps, end }: Pick<Recording, 'steps' | 'end'>,
  most: number,
): number[] =>
  replayed({ steps: [...new Set([...(steps ?? []), end])], at: undefined, end: end + 1 }, most);

/** Shows one recorded moment after the other while the view says so, and ends at the end. */
export function useReplay(): void {
  const { runs, views } = useStores();
  const replaying = useView((view) => view.replaying);
  useEffect(() => {
    if (!replaying) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const off = new AbortController();
    const end = (): void => {
      off.abort();
      views.getState().set({ replaying: false });
    };
    // Whoever trains, or opens something else, has seen enough.
    const stop = runs.subscribe(({ running, frame }) => {
      if (running || !frame?.recording) end();
    });
    void replay(runs, calm ? STEPPED : FLOWING, off.signal).then(end);
    return () => {
      off.abort();
      stop();
    };
  }, [replaying, runs, views]);
}

async function replay(runs: RunStore, pace: typeof FLOWING, off: AbortSignal): Promise<void> {
  const recording = runs.getState().frame?.recording;
  if (!recording) return;
  for (const step of replayed(recording, pace.most)) {
    await Promise.all([runs.getState().scrub(step), wait(pace.stay, off)]);
    if (off.aborted) return;
  }
  await runs.getState().scrub(undefined);
}

const wait = (ms: number, off: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    off.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
