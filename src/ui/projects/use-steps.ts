import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { StepName } from '../../document/step-name.ts';
import { useDocument, useStores } from '../../state/stores.ts';

/** A step of the history: how far it is from now, negative for those that are behind. */
export interface ListedStep {
  /** Its place in the history, which stays while one goes from step to step. */
  readonly at: number;
  readonly away: number;
  readonly step: StepName | undefined;
}

/** The steps of the history, the last one first, and how to go to one. */
export function useSteps(): {
  readonly steps: readonly ListedStep[];
  readonly goTo: (away: number) => void;
} {
  const { documents } = useStores();
  const step = useDocument((state) => state.step);
  const [past, future] = useStore(
    documents.temporal,
    useShallow(({ pastStates, futureStates }) => [pastStates, futureStates] as const),
  );
  const behind = past.map((point, i) => ({ at: i, away: i - past.length, step: point.step }));
  const ahead = future.map((point, i) => ({
    at: past.length + future.length - i,
    away: future.length - i,
    step: point.step,
  }));
  return {
    steps: [...ahead, { at: past.length, away: 0, step }, ...behind.toReversed()],
    goTo: (away) => {
      const { undo, redo } = documents.temporal.getState();
      if (away < 0) undo(-away);
      if (away > 0) redo(away);
    },
  };
}
