import { OctagonAlert } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompilation, useRun, useStores, useView } from '../../state/stores.ts';
import { formatCount, formatFigure } from '../kit/format.ts';
import { Sheet } from '../kit/sheet.tsx';
import { useShownProblems } from '../problems/use-shown-problems.ts';

const ProblemList = lazy(async () => ({
  default: (await import('../problems/problem-list.tsx')).ProblemList,
}));

/** How many problems there are; opens the list of them. Says aloud when training starts and stops. */
export function RunStatus() {
  const { t } = useTranslation();
  const { views } = useStores();
  const problems = useShownProblems();
  const ready = useCompilation((compilation) => compilation.ir !== undefined);
  const open = useView((view) => view.problemsOpen);
  const status = useRun(({ running, frame }) => {
    if (running) return 'running';
    return frame && frame.step > 0 ? 'paused' : 'ready';
  });
  const step = useRun(({ running, frame }) => (running ? 0 : (frame?.step ?? 0)));
  // Only where it stands still: a stream of numbers is not read to anyone.
  const loss = useRun(({ running, frame }) => (running ? undefined : frame?.train?.loss));
  const setOpen = (next: boolean): void => views.getState().set({ problemsOpen: next });
  const blocking = problems.filter((problem) => problem.blocking).length;
  // What is merely unfinished is no alarm.
  const wrong = problems.some(({ severity }) => severity === 'error');
  return (
    <div className="xl:relative">
      <span role="status" className="sr-only">
        {ready && status === 'paused' && loss !== undefined
          ? t('speech.paused', { step: formatCount(step), loss: formatFigure(loss) })
          : ready
            ? t(`run.${status}`, { step: formatCount(step) })
            : t('run.notReady')}
      </span>
      {problems.length > 0 ? (
        <button
          type="button"
          aria-label={t('problems.title', { count: problems.length })}
          aria-expanded={open}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => setOpen(!open)}
          className={`inline-flex h-8 shrink-0 items-center gap-1.5 rounded-lg border px-2.5 whitespace-nowrap ${
            wrong ? 'border-bad text-bad' : 'border-line text-ink-2'
          }`}
        >
          <OctagonAlert size={15} aria-hidden />
          <span className="num lg:hidden">{problems.length}</span>
          <span className="hidden lg:inline">
            {t('problems.title', { count: problems.length })}
          </span>
        </button>
      ) : null}
      {problems.length > 0 && open ? (
        <Sheet align="right" label={t('problems.list')} onClose={() => setOpen(false)}>
          {blocking > 0 ? <p className="mb-2 font-semibold">{t('problems.blocked')}</p> : null}
          <Suspense fallback={null}>
            <ProblemList onShow={() => setOpen(false)} />
          </Suspense>
        </Sheet>
      ) : null}
    </div>
  );
}
