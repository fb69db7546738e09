import { useMemo } from 'react';
import type { WeightPlace } from '../../engine/executor.ts';
import { isSameGraph } from '../../state/run-list.ts';
import { useDocument, useRun, useRuns, useStores, useView } from '../../state/stores.ts';

/** What a number was before it was set by hand, and how it is gone back to. */
interface WayBack {
  readonly value: number;
  /** Updates that were done then. */
  readonly step: number;
  readonly go: () => void;
}

/**
 * The way back from a number that was set by hand: to the run that was left, if its weights are kept and its
 * network is the one on screen, and else to the number. There is none from a run that was not set by hand. `remember` is told the number that is about to be set anew; it gives whether a new run begins.
 */
export function useWayBack(place: WeightPlace): {
  readonly back: WayBack | undefined;
  readonly remember: (value: number) => boolean;
} {
  const { documents, runs, runList, views } = useStores();
  const { node, tensor, index } = place;
  const key = `${node} ${tensor} ${index}`;
  const before = useView(({ byHand }) => byHand[key]);
  const isByHand = useRun(({ frame }) => frame?.byHand === true);
  const isFresh = useRun(({ frame }) => frame?.byHand === true && frame.step === 0);
  const left = useRuns(({ runs: all, current }) =>
    all.find(({ id, number }) => id === before?.run && number !== current),
  );
  const graph = useDocument(({ document }) => document.graph);
  // To bring another network back would be more than going back to a number.
  const run = useMemo(
    () => (left && isSameGraph(left.document.graph, graph) ? left : undefined),
    [left, graph],
  );

  function remember(value: number): boolean {
    const { frame } = runs.getState();
    const { origin } = documents.getState();
    // What was set before the run began anew went with the run that it was set in.
    const byHand = frame?.byHand ? views.getState().byHand : {};
    // What was set by hand before, and not trained since, is no place to go back to.
    if (!frame || (isFresh && byHand[key]?.origin === origin)) return false;
    const { runs: all, current } = runList.getState();
    const onScreen = all.find(({ number }) => number === current)?.id;
    const entry = { origin, value, step: frame.step, epoch: frame.epoch, run: onScreen };
    views.getState().set({ byHand: { ...byHand, [key]: entry } });
    return true;
  }

  if (!isByHand || !before || before.origin !== documents.getState().origin)
    return { back: undefined, remember };
  const forget = (): void => {
    const { [key]: gone, ...others } = views.getState().byHand;
    if (gone) views.getState().set({ byHand: others });
  };
  const kept = run?.at?.weights[node]?.[tensor]?.[index];
  if (run && kept !== undefined) {
    const go = (): void => {
      runList.getState().takeUp(run.number);
      forget();
    };
    return { back: { value: kept, step: run.step, go }, remember };
  }
  const { value, step, epoch } = before;
  const go = (): void => {
    runs.getState().place({ numbers: [{ ...place, value }], step, epoch });
    forget();
  };
  return { back: isFresh ? { value, step, go } : undefined, remember };
}
