import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { breakOf } from '../../engine/run-failure.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { KeptRun } from '../../state/run-archive.ts';
import { useCompilation, useRuns, useStores } from '../../state/stores.ts';
import { Button, IconButton } from '../../ui/kit/button.tsx';
import { formatCount, formatFigure } from '../../ui/kit/format.ts';
import { FoldSection } from '../fold-section.tsx';
import { runColour, runDash } from '../run-colour.ts';

/** Every run with its settings and what came of it; those that are ticked are drawn in the chart. */
export function RunsView() {
  const { t } = useTranslation();
  const count = useRuns(({ runs }) => runs.length);
  const hasLoss = useCompilation(({ ir }) => ir !== undefined);
  if (!hasLoss && count === 0) return null;
  return (
    <FoldSection id="runs" title={t('runs.title')} remark={count > 0 ? formatCount(count) : null}>
      {() => <RunRows />}
    </FoldSection>
  );
}

function RunRows() {
  const { t } = useTranslation();
  const { runList } = useStores();
  const runs = useRuns((state) => state.runs);
  if (runs.length === 0) return <p className="text-[13px] text-ink-2">{t('runs.none')}</p>;
  return (
    <>
      <ul className="flex max-h-72 flex-col gap-1 overflow-y-auto">
        {runs.toReversed().map((run) => (
          <Row key={run.number} run={run} />
        ))}
      </ul>
      <Button look="link" onClick={() => runList.getState().clear()}>
        {t('runs.clear')}
      </Button>
    </>
  );
}

/** How its line is drawn in the chart. */
function Line({ number, current }: { number: number; current: boolean }) {
  return (
    <svg width={24} height={4} className="shrink-0 self-center" aria-hidden="true">
      <line
        x1={0}
        x2={24}
        y1={2}
        y2={2}
        strokeWidth={3}
        stroke={current ? 'var(--accent)' : `var(${runColour(number)})`}
        strokeDasharray={current ? undefined : runDash(number).join(' ')}
      />
    </svg>
  );
}

function Row({ run }: { run: KeptRun }) {
  const { t } = useTranslation();
  const words = useWords();
  const { runList, views } = useStores();
  const [shown, current] = useRuns((state) => [
    state.shown.includes(run.number),
    state.current === run.number,
  ]);
  const { number, document, step, train, test, failure, at, from } = run;
  const left = useRuns(({ runs }) => runs.find(({ id }) => id === from?.run)?.number);
  const name = t('runs.name', { number });
  const { optimizer, batchSize, balance, seed } = document.training;
  const settings = [
    optimizer.type,
    t('runs.rate', { rate: optimizer.learningRate }),
    ...(batchSize === 'full' ? [] : [t('runs.batch', { size: batchSize })]),
    // Where labels are numbers there is nothing to balance, whatever is set.
    ...(balance && train?.accuracy !== undefined ? [t('runs.balance')] : []),
    t('runs.seed', { seed }),
  ].join(' · ');
  const results = [
    t('runs.updates', { count: step, formatted: formatCount(step) }),
    ...(train ? [t('runs.loss', { value: formatFigure(train.loss) })] : []),
    ...(test ? [t('runs.test', { value: formatFigure(test.loss) })] : []),
  ].join(' · ');
  const takeUp = (): void => {
    runList.getState().takeUp(number);
    if (!at) views.getState().notify({ tone: 'info', text: t('runs.tooLarge') });
  };
  return (
    <li
      className="flex items-start gap-2 rounded-lg px-1.5 py-1 text-[13px] hover:bg-surface-2"
      data-run={number}
    >
      <input
        type="checkbox"
        className="mt-1"
        aria-label={t('runs.show', { name })}
        checked={shown || current}
        disabled={current}
        onChange={(event) => runList.getState().show(number, event.target.checked)}
        style={{ accentColor: current ? 'var(--accent)' : `var(${runColour(number)})` }}
      />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-1.5">
          <Line number={number} current={current} />
          <span className="shrink-0 font-semibold">{name}</span>
          {current ? <span className="text-ink-3">{t('runs.now')}</span> : null}
          <span className="truncate text-ink-3">{words(document.meta.title)}</span>
        </span>
        <span className="num block text-ink-2">{settings}</span>
        <span className="num block text-ink-2">
          {results}
          {from ? (
            <span className="block text-ink-3">
              {left === undefined
                ? t('time.branchedOff', { step: formatCount(from.step) })
                : t('time.branchedFrom', {
                    name: t('runs.name', { number: left }),
                    step: formatCount(from.step),
                  })}
            </span>
          ) : null}
          {failure?.type === 'non-finite' ? (
            <span className="block text-bad">
              {t('runs.broke', { step: formatCount(breakOf(failure).nan ?? failure.step) })}
            </span>
          ) : failure ? (
            <span className="block text-bad">{t('runs.stopped')}</span>
          ) : null}
        </span>
      </span>
      {current ? null : (
        <Button look="link" aria-label={t('runs.takeUpLabel', { name })} onClick={takeUp}>
          {t('runs.takeUp')}
        </Button>
      )}
      <IconButton
        label={t('runs.remove', { name })}
        onClick={() => runList.getState().remove(number)}
      >
        <Trash2 size={13} aria-hidden />
      </IconButton>
    </li>
  );
}
