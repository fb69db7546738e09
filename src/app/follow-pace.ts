import type { RunStore } from '../state/run-store.ts';
import type { ViewStore } from '../state/view-store.ts';

/** Trains at the pace that the person has set, on this visit or an earlier one. */
export function followPace(views: ViewStore, runs: RunStore): void {
  const apply = (pace: number): void => runs.getState().setPace(pace > 0 ? pace : undefined);
  apply(views.getState().pace);
  views.subscribe(({ pace }, before) => {
    if (pace !== before.pace) apply(pace);
  });
}
