import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ir } from '../../compiler/ir.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { KeptRun } from '../../state/run-archive.ts';
import { useCompilation, useRun, useRuns, useStores } from '../../state/stores.ts';
import { formatCount, formatShare } from '../../ui/kit/format.ts';
import { NumberInput } from '../../ui/kit/number-input.tsx';
import { Progress } from '../../ui/kit/progress.tsx';
import { Select } from '../../ui/kit/select.tsx';
import { Switch } from '../../ui/kit/switch.tsx';
import { FoldSection } from '../fold-section.tsx';
import { LineCurve } from './line-curve.tsx';
import { LossPlane } from './loss-plane.tsx';
import type { LineEnd } from './probe.ts';
import { useBetween, type Wanted } from './use-between.ts';

/** The loss between runs, or around where training stands. */
export function BetweenRunsView() {
  const { t } = useTranslation();
  const ir = useCompilation((compilation) => compilation.ir);
  if (!ir) return null;
  return (
    <FoldSection id="between-runs" title={t('spaces.betweenTitle')}>
      {() => <BetweenRuns ir={ir} />}
    </FoldSection>
  );
}

function BetweenRuns({ ir }: { ir: Ir }) {
  const { t } = useTranslation();
  const words = useWords();
  const { catalogue } = useStores();
  const strange = ir.nodes.filter(({ operation }) => !operation);
  if (strange.length === 0) return <Between ir={ir} />;
  const kinds = [...new Set(strange.map(({ kind }) => kind))];
  const names = kinds.map((kind) => words(catalogue.layers.get(kind)?.title ?? kind)).join(', ');
  return <p className="text-[13px] text-ink-2">{t('spaces.cannotCopy', { names })}</p>;
}

/** What tells whether two runs are of the same network, however it was started. */
const structureOf = ({ nodes, loss }: Ir): string =>
  JSON.stringify([
    nodes.map(({ id, inputs, operation, outputShape }) => [id, inputs, operation, outputShape]),
    loss.spec,
  ]);

const NOW = 'now';
const MOMENT = 'moment';

function Between({ ir }: { ir: Ir }) {
  const { t } = useTranslation();
  const [type, setType] = useState<'line' | 'plane'>('line');
  const [logarithmic, setLogarithmic] = useState(false);
  const [chosen, setChosen] = useState<readonly [string, string]>([MOMENT, NOW]);
  const [steps, setSteps] = useState<readonly [number, number]>([0, 0]);
  const [seed, setSeed] = useState(1);
  const [reach, setReach] = useState(1);
  const [runs, current] = useRuns((state) => [state.runs, state.current]);
  const end = useRun(({ frame }) => frame?.recording?.end ?? frame?.step ?? 0);
  const structure = structureOf(ir);
  const others = useMemo(
    () =>
      runs.filter(({ number, at }) => number !== current && at && structureOf(at.ir) === structure),
    [runs, current, structure],
  );
  const [from, to] = chosen.map((each) =>
    each === NOW || each === MOMENT || others.some(({ id }) => id === each) ? each : NOW,
  ) as [string, string];
  const wanted = useMemo<Wanted>(
    () =>
      type === 'plane'
        ? { key: `plane ${seed} ${reach}`, type, seed, reach }
        : {
            key: `line ${from} ${to} ${steps}`,
            type,
            from: endOf(from, steps[0], others),
            to: endOf(to, steps[1], others),
          },
    [type, seed, reach, from, to, steps, others],
  );
  const picture = useBetween(wanted);
  const shown = picture?.missing ? undefined : picture;
  // Drawn when it is whole; until then it says how far it is.
  const whole = shown && !shown.losses.some(Number.isNaN) ? shown : undefined;
  const nameOf = (each: string, at: number): string =>
    each === NOW
      ? t('spaces.now')
      : each === MOMENT
        ? t('spaces.atStep', { step: formatCount(at) })
        : t('runs.name', { number: others.find(({ id }) => id === each)?.number ?? 0 });
  const options = [
    { value: NOW, title: t('spaces.now') },
    { value: MOMENT, title: t('spaces.moment') },
    ...others.toReversed().map(({ id, number }) => ({
      value: id,
      title: t('runs.name', { number }),
    })),
  ];
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2 text-[13px] text-ink-2">
        <Select
          label={t('spaces.what')}
          value={type}
          options={[
            { value: 'line', title: t('spaces.along') },
            { value: 'plane', title: t('spaces.around') },
          ]}
          onChange={setType}
        />
        {type === 'line' ? (
          <>
            <End
              label={t('spaces.lineFrom')}
              value={from}
              options={options}
              onChange={(next) => setChosen([next, to])}
              step={Math.min(steps[0], end)}
              end={end}
              onStep={(next) => setSteps([next, steps[1]])}
            />
            →
            <End
              label={t('spaces.lineTo')}
              value={to}
              options={options}
              onChange={(next) => setChosen([from, next])}
              step={Math.min(steps[1], end)}
              end={end}
              onStep={(next) => setSteps([steps[0], next])}
            />
          </>
        ) : (
          <>
            <span className="flex items-center gap-1.5">
              {t('spaces.planeSeed')}
              <NumberInput
                label={t('spaces.planeSeed')}
                value={seed}
                min={0}
                max={1e6}
                whole
                onChange={setSeed}
              />
            </span>
            <span className="flex items-center gap-1.5">
              {t('spaces.reach')}
              <NumberInput
                label={t('spaces.reach')}
                value={reach}
                min={0.01}
                max={100}
                onChange={setReach}
              />
            </span>
          </>
        )}
      </div>
      {picture?.missing ? (
        <p className="text-[13px] text-ink-2">
          {t(picture.missing === 'size' ? 'spaces.tooLarge' : 'spaces.noEnd')}
        </p>
      ) : !whole ? (
        <p className="text-[13px] text-ink-2">
          {shown
            ? t('spaces.progress', { share: formatShare(Math.floor(100 * shown.share) / 100) })
            : t('spaces.waiting')}
        </p>
      ) : type === 'line' ? (
        <LineCurve
          picture={whole}
          logarithmic={logarithmic}
          names={[nameOf(from, whole.steps[0] ?? steps[0]), nameOf(to, whole.steps[1] ?? steps[1])]}
        />
      ) : (
        <LossPlane picture={whole} logarithmic={logarithmic} reach={reach} />
      )}
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-[13px] text-ink-2">
        <span className="flex items-center gap-1.5">
          {t('landscape.log')}
          <Switch label={t('landscape.log')} checked={logarithmic} onChange={setLogarithmic} />
        </span>
        {shown && shown.share < 1 ? (
          <Progress label={t('spaces.progressLabel')} share={shown.share} />
        ) : null}
      </div>
      <p className="mt-1 text-[13px] text-ink-3">
        {t(type === 'line' ? 'spaces.lineHint' : 'spaces.planeHint', { rows: shown?.rows ?? 0 })}
      </p>
    </>
  );
}

/** An end of the line, and beside it the step where it is an earlier moment. */
function End({
  label,
  value,
  options,
  onChange,
  step,
  end,
  onStep,
}: {
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly title: string }[];
  onChange: (next: string) => void;
  step: number;
  /** The last step of the run. */
  end: number;
  onStep: (next: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <span className="flex items-center gap-1.5">
      <Select label={label} value={value} options={options} onChange={onChange} />
      {value === MOMENT ? (
        <NumberInput
          label={`${label}: ${t('spaces.stepOf')}`}
          value={step}
          min={0}
          max={Math.max(1, end)}
          whole
          onChange={onStep}
        />
      ) : null}
    </span>
  );
}

function endOf(chosen: string, step: number, runs: readonly KeptRun[]): LineEnd {
  const run = runs.find(({ id }) => id === chosen);
  if (run?.at) return { type: 'run', id: run.id, weights: run.at.weights };
  return chosen === MOMENT ? { type: 'moment', step } : { type: 'now' };
}
