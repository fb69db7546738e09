import { useMemo } from 'react';
import type { Distance } from '../../engine/build-plan.ts';
import { useStores } from '../../state/stores.ts';
import { useShowProblem } from '../problems/use-show-problem.ts';

/** Training, never refused in silence: a graph that cannot be trained leads to what is wrong with it. */
export function useRunActions() {
  const { runs, compilations, views, study } = useStores();
  const showProblem = useShowProblem();
  return useMemo(() => {
    function whenReady(act: () => void): void {
      const { ir, problems } = compilations.getState();
      if (ir) {
        views.getState().set({ problemsOpen: false });
        act();
        return;
      }
      const blocking = problems.find((problem) => problem.blocking);
      if (blocking) showProblem(blocking);
      views.getState().set({ problemsOpen: true });
    }
    /** A run goes on until it is stopped, or rests where the lesson's card wants it looked at. */
    function run(): void {
      const { restAt } = study.getState();
      const left = (restAt ?? 0) - (runs.getState().frame?.step ?? 0);
      if (left > 0) runs.getState().advance({ steps: left });
      else runs.getState().run();
    }
    return {
      train: () => whenReady(run),
      pause: () => runs.getState().pause(),
      advance: (distance: Distance) => whenReady(() => runs.getState().advance(distance)),
      reset: () => whenReady(() => runs.getState().reset()),
    };
  }, [runs, compilations, views, study, showProblem]);
}
