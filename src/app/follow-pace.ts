import type { RunStore } from '../state/run-store.ts';
import type { ViewStore } from '../state/view-store.ts';

/** Trains at the pace that a card asks for, else at the one that the person has set, on whatever visit. */
export function followPace(views: ViewStore, runs: RunStore): void {
  const wanted = () => {
    const { cardPace, pace } = views.getState();
    return cardPace ?? pace;
  };
  const apply = (pace: number): void => runs.getState().setPace(pace > 0 ? pace : undefined);
  let last = wanted();
  apply(last);
  views.subscribe(() => {
    const now = wanted();
    if (now === last) return;
    last = now;
    apply(now);
  });
}
