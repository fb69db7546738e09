import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { overfitOf } from '../../engine/figures/overfit.ts';
import { breakOf } from '../../engine/run-failure.ts';
import type { KeptRun } from '../../state/run-archive.ts';
import { useRun, useRuns } from '../../state/stores.ts';
import { formatCount } from '../../ui/kit/format.ts';
import { runColour, runDash } from '../run-colour.ts';
import type { OtherCurve } from './chart.tsx';
import type { Mark } from './marks.ts';

/** The runs that are drawn beside the one on screen. */
function useShownRuns(): readonly KeptRun[] {
  const [runs, shown, current] = useRuns((state) => [state.runs, state.shown, state.current]);
  return useMemo(
    () => runs.filter(({ number }) => number !== current && shown.includes(number)),
    [runs, shown, current],
  );
}

/** Their curves of loss, or of accuracy: on training rows. */
export function useOtherRuns(accuracy: boolean): readonly OtherCurve[] {
  const { t } = useTranslation();
  const others = useShownRuns();
  return useMemo(
    () =>
      others.map(({ number, history }) => ({
        label: t('runs.name', { number }),
        colour: runColour(number),
        dash: runDash(number),
        series: accuracy ? history.trainAccuracy : history.train,
      })),
    [others, accuracy, t],
  );
}

/** Where runs broke, where the one on screen begins to overfit, and the moment that is looked at. */
export function useMarks(accuracy: boolean): readonly Mark[] {
  const { t } = useTranslation();
  const others = useShownRuns();
  const [history, failure] = useRun(({ frame }) => [frame?.history, frame?.failure]);
  const at = useRun(({ frame }) => frame?.recording?.at);
  return useMemo(() => {
    const text = t('time.mark', { step: formatCount(at ?? 0) });
    const here: Mark[] =
      at === undefined ? [] : [{ step: at, value: undefined, text, colour: '--accent' }];
    if (accuracy) return here;
    const broken = [
      ...others.map((run) => ({ ...run, colour: runColour(run.number) })),
      ...(history ? [{ history, failure, colour: '--bad' }] : []),
    ].flatMap((run): Mark[] => {
      if (run.failure?.type !== 'non-finite') return [];
      const step = run.history.train.steps.at(-1) ?? run.failure.step;
      const text = t('runs.broke', {
        step: formatCount(breakOf(run.failure).nan ?? run.failure.step),
      });
      return [{ step, value: run.history.train.values.at(-1), text, colour: run.colour }];
    });
    const since = history && !failure ? overfitOf(history)?.since : undefined;
    const line = { value: undefined, text: t('overfit.mark'), colour: '--warn' };
    const drift = since === undefined ? [] : [{ step: since, ...line }];
    return [...broken, ...drift, ...here];
  }, [others, history, failure, at, accuracy, t]);
}
