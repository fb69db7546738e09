import { useTranslation } from 'react-i18next';
import { useCompilation, useRun, useStores, useView } from '../../state/stores.ts';
import { Section } from '../../ui/kit/section.tsx';
import { Switch } from '../../ui/kit/switch.tsx';
import { Chart } from './chart.tsx';

/** Training and test loss by step. */
export function LossView() {
  const { t } = useTranslation();
  const { views } = useStores();
  const history = useRun(({ frame }) => frame?.history);
  const logScale = useView((view) => view.logScale);
  const binary = useCompilation(
    ({ ir }) => ir?.loss.spec.type === 'binaryCrossentropy' && ir.target.width === 1,
  );
  const started = history !== undefined && history.train.steps.length > 1;
  return (
    <Section title={t('curve.title')} remark={binary ? t('curve.guess') : undefined}>
      <Chart history={history} logScale={logScale} guess={binary ? Math.LN2 : undefined} />
      <div className="mt-1 flex items-center justify-between text-ink-2">
        <span className="text-[12px] text-ink-3">{started ? '' : t('curve.empty')}</span>
        <span className="flex items-center gap-1.5">
          {t('curve.log')}
          <Switch
            label={t('curve.log')}
            checked={logScale}
            onChange={(next) => views.getState().set({ logScale: next })}
          />
        </span>
      </div>
    </Section>
  );
}
