import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun, useStores } from '../../state/stores.ts';
import { closeWalk, goToStop, isCarriedOut, moveWalk } from '../../state/walk.ts';
import { usePicture } from '../../visualisations/use-picture.ts';
import type { LEFT, WalkPicture, WalkRequest } from '../../visualisations/walk/probe.ts';
import { letterOf, numbersText, useStageText } from '../../visualisations/walk/stage-text.ts';
import type { useWalk } from '../../visualisations/walk/use-walk.ts';

const left: typeof LEFT = 'left';

/** How long a stop is looked at when the walk goes on by itself, in ms. */
const LOOK = 1800;

/** Keeps a walk going: asks for its numbers, carries its update out, goes on by itself, and tells where it is. */
export function useWalkControl(way: NonNullable<ReturnType<typeof useWalk>>): void {
  const { t } = useTranslation();
  const stores = useStores();
  const { runs, views } = stores;
  const { walk, stage, at, stops, isHere, ir, picture } = way;
  const { row, place, check, taken, playing } = walk;
  const request = useMemo<WalkRequest>(
    () => ({ stage, row, place, check, taken }),
    [stage, row, place, check, taken],
  );
  usePicture<WalkPicture>('walk', request);

  // The worker must know that the update is taken before it is carried out: what it took apart stays.
  const carried = useRef<number>(undefined);
  useEffect(() => {
    if (taken === undefined) carried.current = undefined;
    if (taken === undefined || carried.current === taken) return;
    carried.current = taken;
    queueMicrotask(() => {
      const { frame, advance, scrub } = runs.getState();
      if (frame?.step !== taken) return;
      // An update that was gone back to has been carried out: it is looked at, and not done again.
      const next = taken + 1;
      if (isCarriedOut(frame.recording, taken))
        void scrub(next === frame.recording?.end ? undefined : next);
      else advance({ steps: 1 });
    });
  }, [taken, runs]);

  // Trained on or started over, the update that was walked through is past.
  const step = useRun(({ frame }) => frame?.step);
  const start = useRun(({ frame }) => frame?.start);
  const begun = useRef(start);
  useEffect(() => {
    const isPast = taken !== undefined && step !== undefined && (step > taken + 1 || step < taken);
    const isOther = begun.current !== start;
    begun.current = start;
    if (isPast || (isOther && taken !== undefined && step !== taken + 1)) {
      goToStop(stores, 'next');
    }
  }, [step, start, taken, stores]);

  useEffect(() => {
    if (!playing || !isHere) return;
    const timer = setTimeout(() => moveWalk(stores, 1), LOOK);
    return () => clearTimeout(timer);
  }, [playing, isHere, stores]);

  useEffect(() => {
    const node = stage.type === 'slope' ? stage.from : 'node' in stage ? stage.node : ir.loss.id;
    views.getState().set({ focus: { nodes: [node] } });
  }, [stage, ir, views]);

  const { stageTitle } = useStageText();
  const told = useRef('');
  useEffect(() => {
    if (!isHere || !picture) return;
    const node = 'node' in stage ? ir.nodes.find(({ id }) => id === stage.node) : undefined;
    const tensor = 'tensor' in stage ? letterOf(node?.weights[stage.tensor]?.name ?? '') : '';
    const title = stageTitle(stage, tensor);
    const numbers = numbersText(picture, stage);
    const place = t('updateWalk.at', { at: at + 1, count: stops.length });
    const text = [title, numbers, place].filter(Boolean).join('. ');
    if (told.current === text) return;
    told.current = text;
    views.getState().set({ said: { text } });
  }, [isHere, picture, stage, ir, at, stops, stageTitle, t, views]);

  useEffect(
    () => () => {
      closeWalk(stores);
      runs.getState().watch('walk', left);
    },
    [stores, runs],
  );
}
