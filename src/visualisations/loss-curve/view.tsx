import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { overfitOf } from '../../engine/figures/overfit.ts';
import { useCompilation, useRun, useStores, useView } from '../../state/stores.ts';
import { formatCount, formatFigure } from '../../ui/kit/format.ts';
import { Section } from '../../ui/kit/section.tsx';
import { Select } from '../../ui/kit/select.tsx';
import { Switch } from '../../ui/kit/switch.tsx';
import { Chart } from './chart.tsx';
import { useMarks, useOtherRuns } from './use-runs.ts';

/** Training and test loss, or accuracy, by step. */
export function LossView() {
  const { t } = useTranslation();
  const { views } = useStores();
  const history = useRun(({ frame }) => frame?.history);
  const logScale = useView((view) => view.logScale);
  const [shows, setShows] = useState<'loss' | 'accuracy'>('loss');
  const hasAccuracy = (history?.trainAccuracy.steps.length ?? 0) > 0;
  const accuracy = shows === 'accuracy' && hasAccuracy;
  const guesses = useCompilation(
    ({ ir }) => ir?.loss.spec.type === 'binaryCrossentropy' && ir.target.width === 1,
  );
  const hasLoss = useCompilation(({ ir }) => ir !== undefined);
  const others = useOtherRuns(accuracy);
  const marks = useMarks(accuracy);
  const broken = useRun(({ frame }) => frame?.failure !== undefined);
  const drift = history && !accuracy && !broken ? overfitOf(history) : undefined;
  const curves = accuracy
    ? history && { train: history.trainAccuracy, test: history.testAccuracy }
    : history;
  const remark = accuracy ? null : (
    <span className="flex items-center gap-1.5 font-sans">
      {t('curve.log')}
      <Switch
        label={t('curve.log')}
        checked={logScale}
        onChange={(next) => views.getState().set({ logScale: next })}
      />
    </span>
  );
  // A network that is only looked at has no loss to show.
  if (!hasLoss && !history?.train.steps.length) return null;
  return (
    <Section title={t(accuracy ? 'curve.accuracyTitle' : 'curve.title')} remark={remark}>
      <Chart
        curves={curves}
        logScale={logScale && !accuracy}
        share={accuracy}
        guess={guesses && !accuracy ? Math.LN2 : undefined}
        others={others}
        marks={marks}
      />
      {drift && drift.gap > 0 ? (
        <p className="mt-1 text-[13px] text-ink-2" data-testid="gap">
          {t('overfit.gap', { gap: formatFigure(drift.gap) })}
          {drift.since === undefined ? null : (
            <span className="block text-warn" data-testid="overfit">
              {t('overfit.since', { step: formatCount(drift.since) })}
            </span>
          )}
        </p>
      ) : null}
      {hasAccuracy ? (
        <span className="mt-1 flex items-center gap-1.5 text-[13px] text-ink-2">
          {t('curve.show')}
          <Select
            label={t('curve.show')}
            value={shows}
            options={[
              { value: 'loss', title: t('curve.title') },
              { value: 'accuracy', title: t('curve.accuracyTitle') },
            ]}
            onChange={setShows}
          />
        </span>
      ) : null}
    </Section>
  );
}
