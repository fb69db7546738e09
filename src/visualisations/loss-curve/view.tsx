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
  const guesses = useCompilation(
    ({ ir }) => ir?.loss.spec.type === 'binaryCrossentropy' && ir.target.width === 1,
  );
  const remark = (
    <span className="flex items-center gap-1.5 font-sans">
      {t('curve.log')}
      <Switch
        label={t('curve.log')}
        checked={logScale}
        onChange={(next) => views.getState().set({ logScale: next })}
      />
    </span>
  );
  return (
    <Section title={t('curve.title')} remark={remark}>
      <Chart history={history} logScale={logScale} guess={guesses ? Math.LN2 : undefined} />
    </Section>
  );
}
