import type { WeightPlace } from '../../engine/executor.ts';
import { useRun, useRuns, useStores, useView } from '../../state/stores.ts';

/** What a number was before it was set by hand, and how it is gone back to. */
interface WayBack {
  readonly value: number;
  /** Updates that were done then. */
  readonly step: number;
  readonly go: () => void;
}

/**
 * The way back from a number that was set by hand: to the run that was left, if its weights are kept, and else to
 * the number. `remember` is told the number that is about to be set anew; it gives whether a new run begins.
 */
export function useWayBack(place: WeightPlace): {
  readonly back: WayBack | undefined;
  readonly remember: (value: number) => boolean;
} {
  const { documents, runs, runList, views } = useStores();
  const { node, tensor, index } = place;
  const key = `${node} ${tensor} ${index}`;
  const before = useView(({ byHand }) => byHand[key]);
  const isFresh = useRun(({ frame }) => frame?.byHand === true && frame.step === 0);
  const run = useRuns(({ runs: all, current }) =>
    all.find(({ id, number }) => id === before?.run && number !== current),
  );

  function remember(value: number): boolean {
    const { frame } = runs.getState();
    const { origin } = documents.getState();
    const { byHand } = views.getState();
    // What was set by hand before, and not trained since, is no place to go back to.
    if (!frame || (isFresh && byHand[key]?.origin === origin)) return false;
    const { runs: all, current } = runList.getState();
    const left = all.find(({ number }) => number === current)?.id;
    const entry = { origin, value, step: frame.step, epoch: frame.epoch, run: left };
    views.getState().set({ byHand: { ...byHand, [key]: entry } });
    return true;
  }

  if (!before || before.origin !== documents.getState().origin)
    return { back: undefined, remember };
  const forget = (): void => {
    const { [key]: gone, ...others } = views.getState().byHand;
    if (gone) views.getState().set({ byHand: others });
  };
  const kept = run?.at?.weights[node]?.[tensor]?.[index];
  if (run && kept !== undefined) {
    const go = (): void => {
      forget();
      runList.getState().takeUp(run.number);
    };
    return { back: { value: kept, step: run.step, go }, remember };
  }
  const { value, step, epoch } = before;
  const go = (): void => {
    forget();
    runs.getState().place({ numbers: [{ ...place, value }], step, epoch });
  };
  return { back: isFresh ? { value, step, go } : undefined, remember };
}
