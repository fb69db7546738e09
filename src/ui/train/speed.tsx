import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExecutorName, Trial } from '../../engine/choice/candidate.ts';
import { useCompilation, useRun } from '../../state/stores.ts';
import { formatRate } from '../kit/format.ts';
import { Sheet } from '../kit/sheet.tsx';

const Executors = lazy(async () => ({ default: (await import('./executors.tsx')).Executors }));

/**
 * Steps a second, what runs the network and the runner-up; opens the list of all that could. `brief` leaves
 * out the runner-up.
 */
export function Speed({ brief }: { brief: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const compiles = useCompilation(({ ir }) => ir !== undefined);
  const choice = useRun(({ frame, ready }) => (ready ? frame?.choice : undefined));
  const running = useRun((run) => run.running);
  const rate = useRun(({ frame }) => frame?.stepsPerSecond ?? 0);
  if (!choice) {
    return (
      <span className="block min-w-[8.6rem] text-ink-3">
        {compiles ? t('run.preparing') : null}
      </span>
    );
  }
  // At rest, what it was timed at: that is what the runner-up is held against.
  const speed = running && rate > 0 ? rate : timedRate(choice.trials, choice.name);
  const next = choice.trials.find(
    (trial) => trial.outcome === 'timed' && trial.name !== choice.name,
  );
  const name = t(`speed.executors.${choice.name}`);
  const shown = speed > 0 ? formatRate(speed) : '–';
  return (
    <div className="relative shrink-0">
      <button
        type="button"
        data-tour="speed"
        aria-label={t('speed.label', { rate: shown, name })}
        aria-expanded={open}
        data-stat="rate"
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => setOpen(!open)}
        className={`${brief ? '' : 'min-w-[8.6rem]'} rounded-lg px-1.5 py-0.5 text-left leading-tight hover:bg-surface-2`}
      >
        <span className="block text-[13px] whitespace-nowrap text-ink-3">
          {t('run.rate', { name })}
        </span>
        <b
          className="num block text-[16px] font-semibold tracking-tight whitespace-nowrap"
          data-value
        >
          {shown}
        </b>
        {brief ? null : (
          <span className="num block text-[13px] whitespace-nowrap text-ink-3">
            {next?.outcome === 'timed'
              ? t('speed.next', {
                  name: t(`speed.executors.${next.name}`),
                  rate: formatRate(next.stepsPerSecond),
                })
              : t('speed.alone')}
          </span>
        )}
      </button>
      {open ? (
        <Sheet label={t('speed.title')} onClose={() => setOpen(false)}>
          <Suspense fallback={null}>
            <Executors choice={choice} />
          </Suspense>
        </Sheet>
      ) : null}
    </div>
  );
}

function timedRate(trials: readonly Trial[], name: ExecutorName): number {
  const trial = trials.find((each) => each.name === name);
  return trial?.outcome === 'timed' ? trial.stepsPerSecond : 0;
}
