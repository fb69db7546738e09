import { Dices, Footprints, Pause, Play, RotateCcw, SkipForward, StepForward } from 'lucide-react';
import { lazy, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { trainingLimits } from '../../document/training-schema.ts';
import {
  useAdvice,
  useCompilation,
  useRun,
  useStores,
  useStudy,
  useView,
} from '../../state/stores.ts';
import { usePerform } from '../actions/use-perform.ts';
import { IconButton } from '../kit/button.tsx';
import { Fold } from '../kit/fold.tsx';
import { NumberInput } from '../kit/number-input.tsx';
import { useMakingRoom } from '../kit/use-making-room.ts';
import { useNarrow } from '../kit/use-narrow.ts';
import { useWidth } from '../kit/use-width.ts';
import { useShownProblems } from '../problems/use-shown-problems.ts';
import { PaceSelect } from './pace-select.tsx';
import { RunStats } from './run-stats.tsx';
import { RunStatus } from './run-status.tsx';
import { useNewSeed } from './use-new-seed.ts';
import { useRunActions } from './use-run-actions.ts';
import { useTraining } from './use-training.ts';

const AdviceButton = lazy(async () => ({
  default: (await import('../advice/advice-button.tsx')).AdviceButton,
}));
const Speed = lazy(async () => ({ default: (await import('./speed.tsx')).Speed }));

/** What makes way before a figure is cut off, what matters least first: on a wide page, and on a narrow one. */
const wideOrder = ['runnerUp', 'speed', 'seedName', 'rateName', 'optimizer', 'tests'] as const;
const narrowOrder = ['step', 'count', 'tests'] as const;

type Part = (typeof wideOrder | typeof narrowOrder)[number];

/** Play, pause, step, start over; what it costs and how far it is. */
export function RunBar() {
  const calculates = useCompilation((compilation) => compilation.calculates);
  if (calculates) return <CalculationBar />;
  return <TrainingBar />;
}

function TrainingBar() {
  const { t, i18n } = useTranslation();
  const { views } = useStores();
  const running = useRun((run) => run.running);
  const presenting = useStudy((study) => study.presenting);
  const narrow = useNarrow();
  const actions = useRunActions();
  const newSeed = useNewSeed();
  const perform = usePerform();
  const walks = useView((view) => view.walk !== undefined);
  // Then their number takes the room of the speed: of a figure nothing is cut off.
  const crowded = useShownProblems().length > 0;
  const [training, change] = useTraining();
  const { optimizer } = training;
  const advised = useAdvice(({ advice, putAside }) =>
    advice.some(({ id }) => !putAside.includes(id)),
  );
  const bar = useRef<HTMLElement>(null);
  const figures = useRef<HTMLDivElement>(null);
  const width = useWidth(bar);
  const begun = useRun(({ frame }) => (frame?.step ?? 0) > 0);
  const tested = useRun(({ frame }) => frame?.test !== undefined);
  const order: readonly Part[] = narrow ? narrowOrder : wideOrder;
  const gone = useMakingRoom(
    figures,
    order.length,
    [width, narrow, presenting, crowded, advised, begun, tested, i18n.language].join(),
  );
  const has = (part: Part): boolean => !order.slice(0, gone).includes(part);
  const openTrain = (): void => views.getState().set({ rightTab: 'train', rightOpen: true });
  const step = (
    <IconButton
      look="round"
      label={t('run.step')}
      data-tour="step"
      onClick={() => actions.advance({ steps: 1 })}
    >
      <StepForward size={16} aria-hidden />
    </IconButton>
  );
  const again = (
    <>
      <IconButton
        look="round"
        label={t('run.epoch')}
        data-tour="epoch"
        onClick={() => actions.advance({ epochs: 1 })}
      >
        <SkipForward size={16} aria-hidden />
      </IconButton>
      <IconButton look="round" label={t('run.reset')} data-tour="reset" onClick={actions.reset}>
        <RotateCcw size={16} aria-hidden />
      </IconButton>
      <IconButton
        look="round"
        label={t('updateWalk.open')}
        data-tour="walk"
        aria-pressed={walks}
        onClick={() => perform('walkUpdate')}
      >
        <Footprints size={16} aria-hidden />
      </IconButton>
      <span data-tour="pace">
        <PaceSelect />
      </span>
    </>
  );
  return (
    <section
      ref={bar}
      aria-label={t('run.label')}
      data-runs
      className={`relative col-span-full flex h-16 min-w-0 items-center gap-2 border-t border-line bg-surface px-4 max-[769px]:px-2 lg:gap-2.5 ${presenting ? 'scale-stage' : ''}`}
    >
      <button
        type="button"
        aria-label={running ? t('run.pause') : t('run.train')}
        title={running ? t('run.pause') : t('run.train')}
        data-tour="train"
        onClick={running ? actions.pause : actions.train}
        className="grid size-11 shrink-0 place-items-center rounded-full bg-accent text-accent-ink hover:opacity-90"
      >
        {running ? (
          <Pause size={20} fill="currentColor" strokeWidth={0} aria-hidden />
        ) : (
          <Play size={20} fill="currentColor" strokeWidth={0} aria-hidden />
        )}
      </button>
      {has('step') ? step : null}
      {narrow ? null : again}
      <RunStats row={figures} brief={!has('tests')} />
      {presenting || narrow || !has('speed') ? null : (
        <div className={`hidden ${crowded ? '2xl:block' : 'xl:block'}`}>
          <Suspense fallback={<span className="block min-w-[8.6rem]" />}>
            <Speed brief={!has('runnerUp')} />
          </Suspense>
        </div>
      )}
      <RunStatus />
      <Suspense fallback={null}>
        <AdviceButton brief={!has('count')} />
      </Suspense>
      <div className="ml-auto flex shrink-0 items-center gap-2">
        <Fold
          label={t('small.moreTraining')}
          place="above"
          holds={`${has('step') ? '' : 'step '}epoch reset walk pace learning-rate optimizer seed new-seed`}
        >
          {has('step') ? null : step}
          {narrow ? again : null}
          <span
            data-tour="learning-rate"
            className={`items-center gap-2 rounded-lg text-ink-2 ${narrow ? 'flex justify-between' : crowded ? 'hidden min-[1150px]:flex' : 'hidden min-[1040px]:flex'}`}
          >
            {has('rateName') ? t('run.learningRate') : null}
            <NumberInput
              label={t('run.learningRate')}
              value={optimizer.learningRate}
              {...trainingLimits.learningRate}
              wrongText={t('inspector.range', trainingLimits.learningRate)}
              onChange={(learningRate) => change({ optimizer: { ...optimizer, learningRate } })}
            />
          </span>
          {has('optimizer') ? (
            <button
              type="button"
              onClick={openTrain}
              data-tour="optimizer"
              className={`h-8 rounded-lg border border-line px-2.5 text-ink-2 hover:bg-surface-2 pointer-coarse:h-11 ${narrow ? '' : 'hidden xl:block'}`}
            >
              {t(`train.optimizers.${optimizer.type}`)}
            </button>
          ) : null}
          <span
            data-tour="seed"
            className={`items-center gap-2 rounded-lg text-ink-2 ${presenting ? 'hidden' : narrow ? 'flex justify-between' : 'hidden min-[850px]:flex'}`}
          >
            {has('seedName') ? (
              <span className={narrow ? '' : 'hidden lg:inline'}>{t('run.seed')}</span>
            ) : null}
            <NumberInput
              label={t('run.seed')}
              value={training.seed}
              {...trainingLimits.seed}
              wrongText={t('inspector.whole', trainingLimits.seed)}
              whole
              onChange={(seed) => change({ seed })}
            />
          </span>
          <IconButton look="round" label={t('run.newSeed')} data-tour="new-seed" onClick={newSeed}>
            <Dices size={16} aria-hidden />
          </IconButton>
        </Fold>
      </div>
    </section>
  );
}

/** A calculation has nothing to train: says so, and keeps its problems in reach. */
function CalculationBar() {
  const { t } = useTranslation();
  const presenting = useStudy((study) => study.presenting);
  return (
    <section
      aria-label={t('run.label')}
      className={`relative col-span-full flex h-16 min-w-0 items-center gap-3 border-t border-line bg-surface px-4 ${presenting ? 'scale-stage' : ''}`}
    >
      <button
        type="button"
        disabled
        aria-label={t('run.train')}
        title={t('tensor.nothingToTrain')}
        className="grid size-11 shrink-0 place-items-center rounded-full bg-surface-2 text-ink-3"
      >
        <Play size={20} fill="currentColor" strokeWidth={0} aria-hidden />
      </button>
      <p className="text-ink-2">{t('tensor.nothingToTrain')}</p>
      <RunStatus />
    </section>
  );
}
