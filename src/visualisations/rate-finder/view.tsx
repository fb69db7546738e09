import { useTranslation } from 'react-i18next';
import { findsAlike, SEARCH_UPDATES } from '../../engine/rate/finder.ts';
import { useCompilation, useDocument, useRate, useStores } from '../../state/stores.ts';
import { Button } from '../../ui/kit/button.tsx';
import { StopButton } from '../../ui/kit/stop-button.tsx';
import { FoldSection } from '../fold-section.tsx';
import { RateChart } from './chart.tsx';

/** Looks for a learning rate on a copy of the network, shows how the loss answers, and sets the one that suits. */
export function RateView() {
  const { t } = useTranslation();
  const ir = useCompilation((compilation) => compilation.ir);
  if (!ir) return null;
  return (
    <FoldSection id="rate-finder" title={t('rate.title')}>
      {() => <Finder />}
    </FoldSection>
  );
}

function Finder() {
  const { t } = useTranslation();
  const { rate, documents } = useStores();
  const ir = useCompilation((compilation) => compilation.ir);
  const training = useDocument(({ document }) => document.training);
  const [running, done, found, trouble] = useRate(
    (state) => [state.running, state.done, state.found, state.trouble] as const,
  );
  // What was found for another network, rule or batch says nothing of this one.
  const curve =
    found && found.ir === ir && findsAlike(found.training, training) ? found.curve : undefined;
  const written = (value: number): string => String(value);
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-[13px] text-ink-2">{t('rate.what', { count: SEARCH_UPDATES })}</p>
      {running ? (
        <div className="flex w-full items-center gap-3">
          <progress
            aria-label={t('rate.progress')}
            max={SEARCH_UPDATES}
            value={done}
            className="min-w-0 flex-1 accent-accent"
          />
          <StopButton onStop={rate.getState().cancel}>{t('rate.cancel')}</StopButton>
        </div>
      ) : (
        <Button
          look="outline"
          onClick={() => {
            if (ir) void rate.getState().search(ir, training);
          }}
        >
          {t(curve ? 'rate.again' : 'rate.search')}
        </Button>
      )}
      {trouble ? (
        <p role="alert" className="text-bad">
          {trouble.detail === undefined
            ? t('rate.lost')
            : t('rate.trouble', { detail: trouble.detail })}
        </p>
      ) : null}
      {curve ? <RateChart curve={curve} /> : null}
      <p role="status" className="text-[13px]">
        {curve?.suggested !== undefined ? (
          <span className="text-warn">
            ┆ {t('rate.suggested', { rate: written(curve.suggested) })}
          </span>
        ) : null}
        {curve?.suggested !== undefined ? (
          <span className="block text-ink-3">{t('rate.why')}</span>
        ) : null}
        {curve && curve.suggested === undefined ? t('rate.none') : null}
        {curve?.burst !== undefined ? (
          <span className="block text-bad">
            ┆ {t('rate.burst', { rate: written(Number(curve.burst.toPrecision(2))) })}
          </span>
        ) : null}
      </p>
      {curve?.suggested !== undefined ? (
        <Button
          look="solid"
          onClick={() => {
            const { optimizer } = documents.getState().document.training;
            const learningRate = curve.suggested ?? optimizer.learningRate;
            documents
              .getState()
              .dispatch([
                { type: 'setTraining', training: { optimizer: { ...optimizer, learningRate } } },
              ]);
          }}
        >
          {t('rate.set', { rate: written(curve.suggested) })}
        </Button>
      ) : null}
    </div>
  );
}
