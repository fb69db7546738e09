import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Choice, ExecutorName, Trial } from '../../engine/choice/candidate.ts';
import { useRun, useStores } from '../../state/stores.ts';
import { formatRate } from '../kit/format.ts';
import { Select } from '../kit/select.tsx';

/** All ways to run the network, with what was found about each; one can be named. */
export function Executors({ choice }: { choice: Choice }) {
  const { t } = useTranslation();
  const preferred = usePreferred();
  const prefer = usePrefer();
  const fastest = choice.trials[0]?.name ?? choice.name;
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t('speed.title')}</legend>
      <p className="mb-2 text-[13px] text-ink-2">{t('speed.why')}</p>
      <Option
        title={t('speed.fastest')}
        remark={t('speed.fastestNow', { name: t(`speed.executors.${fastest}`) })}
        checked={preferred === undefined}
        onChoose={() => prefer(undefined)}
      />
      {choice.trials.map((trial) => (
        <Option
          key={trial.name}
          title={t(`speed.executors.${trial.name}`)}
          what={t(`speed.what.${trial.name}`)}
          remark={remarkOn(trial, t)}
          checked={preferred === trial.name}
          disabled={!canBeNamed(trial)}
          onChoose={() => prefer(trial.name)}
        />
      ))}
    </fieldset>
  );
}

function Option({
  title,
  what,
  remark,
  checked,
  disabled = false,
  onChoose,
}: {
  title: string;
  what?: string;
  remark: string;
  checked: boolean;
  disabled?: boolean;
  onChoose: () => void;
}) {
  return (
    <label
      className={`flex items-baseline gap-2 rounded-lg px-2 py-1.5 ${
        disabled ? 'text-ink-3' : 'cursor-pointer hover:bg-surface-2'
      }`}
    >
      <input
        type="radio"
        name="executor"
        className="accent-[var(--accent)]"
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
      />
      <span className="min-w-0 flex-1">
        <span className="font-medium">{title}</span>
        {what ? <span className="block text-[13px] text-ink-3">{what}</span> : null}
      </span>
      <span className="max-w-[45%] text-right text-[13px] text-ink-2 tabular-nums">{remark}</span>
    </label>
  );
}

/** The same choice in one line, for panels and narrow windows. */
export function ExecutorSelect() {
  const { t } = useTranslation();
  const prefer = usePrefer();
  const trials = useRun(({ frame }) => frame?.choice.trials);
  const preferred = usePreferred();
  const [fastest] = trials ?? [];
  if (!trials || !fastest) return null;
  const now = t('speed.fastestNow', { name: t(`speed.executors.${fastest.name}`) });
  const named = trials.filter(canBeNamed);
  return (
    <Select
      label={t('speed.title')}
      value={preferred ?? AUTOMATIC}
      options={[
        { value: AUTOMATIC, title: `${t('speed.fastest')}, ${now}` },
        ...named.map((trial) => ({
          value: trial.name,
          title: `${t(`speed.executors.${trial.name}`)}, ${remarkOn(trial, t)}`,
        })),
      ]}
      onChange={(value) => prefer(named.find(({ name }) => name === value)?.name)}
    />
  );
}

/** What the person wants to run the network: as just asked for, or as it runs; undefined is the fastest. */
const usePreferred = (): ExecutorName | undefined =>
  useRun(({ wish, frame }) => {
    if (wish) return wish.name;
    return frame?.choice.forced ? frame.choice.name : undefined;
  });

/** Asks for an executor; one that cannot be had is told, and the run goes on as it was. */
function usePrefer(): (name: ExecutorName | undefined) => void {
  const { t } = useTranslation();
  const { runs, views } = useStores();
  return (name) =>
    void runs
      .getState()
      .prefer(name)
      .then((met) => {
        const now = runs.getState().frame?.choice.name;
        if (met || !name || !now) return;
        const names = { name: t(`speed.executors.${name}`), now: t(`speed.executors.${now}`) };
        views.getState().notify({ tone: 'info', text: t('speed.unmet', names) });
      });
}

const AUTOMATIC = 'automatic';

/** One that was not timed may still be wanted; one that is not there cannot. */
const canBeNamed = ({ outcome }: Trial): boolean => outcome === 'timed' || outcome === 'untimed';

type Translate = TFunction;

function remarkOn(trial: Trial, t: Translate): string {
  switch (trial.outcome) {
    case 'timed':
      return t('speed.timed', { rate: formatRate(trial.stepsPerSecond) });
    case 'wrong':
      return t('speed.wrong', { off: trial.off.toPrecision(2) });
    case 'died':
      return t('speed.died', { detail: trial.detail });
    default:
      return t(`speed.${trial.outcome}`);
  }
}
