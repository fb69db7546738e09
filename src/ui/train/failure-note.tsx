import { useTranslation } from 'react-i18next';
import { trainingLimits } from '../../document/training-schema.ts';
import type { RunFailure } from '../../engine/run-failure.ts';
import { breakOf } from '../../engine/run-failure.ts';
import { followAdvice } from '../../state/advice/follow-advice.ts';
import {
  useAdvice,
  useCompilation,
  useDispatch,
  useRun,
  useStores,
  useStudy,
} from '../../state/stores.ts';
import { useDisplayName } from '../canvas/nodes/use-display-name.ts';
import { Button } from '../kit/button.tsx';
import { formatCount } from '../kit/format.ts';
import { useRunActions } from './use-run-actions.ts';
import { useTraining } from './use-training.ts';

/** What the loss would have been, had training gone on: infinite, then no number. */
function Beyond({ failure }: { failure: RunFailure }) {
  const { t } = useTranslation();
  const { infinite, nan } = breakOf(failure);
  if (nan === undefined) return null;
  const [first, step] = [infinite ?? nan, nan].map(formatCount);
  return (
    <p className="num mt-1" data-testid="beyond">
      {infinite === undefined ? t('failure.nan', { step }) : t('failure.infinite', { first, step })}
    </p>
  );
}

/** Why training stopped by itself, what is kept, and what usually helps. */
export function FailureNote() {
  const { t } = useTranslation();
  const name = useDisplayName();
  const [{ optimizer }, change] = useTraining();
  const failure = useRun(({ frame, running }) => (running ? undefined : frame?.failure));
  const kept = useRun(({ frame }) => frame?.step ?? 0);
  const loss = useCompilation(({ ir }) => ir?.loss.spec.type);
  const squared = loss === 'meanSquaredError';
  const presenting = useStudy((study) => study.presenting);
  const { reset } = useRunActions();
  const dispatch = useDispatch();
  const stores = useStores();
  // Where a rule has worked out a rate, there is no second one.
  const [advice] = useAdvice((state) =>
    state.advice.filter((each) => each.change?.code === 'setRate'),
  );
  // Columns of very different size are what makes a table explode most often.
  const unscaled = useCompilation(({ source }) =>
    source?.preparation.columns?.rest === 'none' ? source.id : undefined,
  );
  if (!failure) return null;
  const texts = {
    weights: 'failure.weights',
    output: 'failure.output',
    loss: squared ? 'failure.overflow' : 'failure.loss',
  } as const;
  const lower = Math.max(trainingLimits.learningRate.min, optimizer.learningRate / 10);
  const advised = advice?.change?.figures['rate']?.value;
  return (
    <div
      role="alert"
      className={`${presenting ? 'scale-stage' : ''} absolute right-4 bottom-4 left-4 z-20 mx-auto max-w-xl rounded-card border border-bad bg-surface px-4 py-3 shadow-card`}
    >
      {failure.type === 'crash' ? (
        <>
          <p className="font-semibold text-bad">{t('failure.crash', { detail: failure.detail })}</p>
          <p className="mt-1 text-ink-2">{t('failure.crashHelps')}</p>
        </>
      ) : (
        <>
          <p className="font-semibold text-bad">
            {t('failure.title', { step: formatCount(failure.step) })}
          </p>
          <p className="mt-1">
            {t(texts[failure.where], { node: name(failure.node) })}{' '}
            {t('failure.kept', { step: formatCount(kept) })}
          </p>
          <Beyond failure={failure} />
          <p className="mt-1 text-ink-2">{t(squared ? 'failure.helpsSquared' : 'failure.helps')}</p>
          <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
            {unscaled ? (
              <Button
                look="link"
                onClick={() => {
                  dispatch([{ type: 'setParams', id: unscaled, params: { scaling: 'minMax' } }]);
                  reset();
                }}
              >
                {t('failure.scale')}
              </Button>
            ) : null}
            <Button
              look="link"
              onClick={() => {
                if (advice) return followAdvice(stores, advice);
                change({ optimizer: { ...optimizer, learningRate: lower } });
                reset();
              }}
            >
              {t('failure.lowerRate', { rate: String(advised ?? Number(lower.toPrecision(6))) })}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
