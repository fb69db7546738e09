import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { seedLimits, USUAL_UPDATES } from '../../state/seeds/seed-store.ts';
import { settingsOf } from '../../state/seeds/settings.ts';
import { useCompilation, useDocument, useSeeds, useStores } from '../../state/stores.ts';
import { Button } from '../../ui/kit/button.tsx';
import { Field } from '../../ui/kit/field.tsx';
import { formatCount } from '../../ui/kit/format.ts';
import { NumberInput } from '../../ui/kit/number-input.tsx';
import { Select } from '../../ui/kit/select.tsx';
import { StopButton } from '../../ui/kit/stop-button.tsx';
import { useSettingWords } from './use-setting-words.ts';
import { Values } from './values.tsx';

const NOTHING = '';

/** How many seeds, for how long, and what is varied meanwhile. */
export function Setup() {
  const { t } = useTranslation();
  const id = useId();
  const { seeds, catalogue } = useStores();
  const [setup, running, share] = useSeeds((state) => [state.setup, state.running, state.share]);
  const document = useDocument((state) => state.document);
  const canTrain = useCompilation(({ ir }) => ir !== undefined);
  const { graph, training } = document;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layout has no settings
  const settings = useMemo(() => settingsOf(document, catalogue), [graph, training, catalogue]);
  const words = useSettingWords();
  const { arrange, start, cancel } = seeds.getState();
  const setting = settings.find(({ key }) => key === setup.setting);
  const values = setting && (setup.values[setting.key] ?? setting.values.usual);
  const updates = setup.updates ?? training.stopAt ?? USUAL_UPDATES;
  const begin = (): void => {
    const sweep = setting && values ? { sweep: { setting: setting.key, values } } : {};
    const { count, first } = setup;
    void start({ count, first, updates, ...sweep }, catalogue);
  };
  const limits = {
    count: seedLimits.count,
    updates: seedLimits.updates,
    first: { min: 0, max: 1_000_000_000 },
  } as const;
  const number = (name: keyof typeof limits, label: string, value: number) => (
    <span className="flex items-center gap-2">
      <label htmlFor={`${id}-${name}`} className="text-ink-2">
        {label}
      </label>
      <NumberInput
        id={`${id}-${name}`}
        value={value}
        {...limits[name]}
        whole
        stepper
        wrongText={t('inspector.whole', limits[name])}
        onChange={(next) => arrange({ [name]: next })}
      />
    </span>
  );
  return (
    <>
      <p className="text-[13px] text-ink-3">{t('seeds.intro')}</p>
      <div className="mt-1.5 flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        {number('count', t(setting ? 'seeds.each' : 'seeds.count'), setup.count)}
        {number('updates', t('seeds.updates'), updates)}
        {number('first', t('seeds.first'), setup.first)}
      </div>
      <Field label={t('seeds.vary')}>
        {({ id: field }) => (
          <span data-tour="sweep">
            <Select
              id={field}
              value={setting?.key ?? NOTHING}
              options={[
                { value: NOTHING, title: t('seeds.nothing') },
                ...settings.map((each) => ({ value: each.key, title: words.name(each) })),
              ]}
              onChange={(key) => arrange({ setting: key === NOTHING ? undefined : key })}
            />
          </span>
        )}
      </Field>
      {setting && values ? (
        <Values
          key={setting.key}
          setting={setting}
          values={values}
          onChange={(next) => arrange({ values: { ...setup.values, [setting.key]: next } })}
        />
      ) : null}
      <div className="mt-1.5 flex items-center gap-3">
        {running ? (
          <StopButton onStop={cancel}>{t('seeds.stop')}</StopButton>
        ) : (
          <Button
            look="solid"
            data-tour="seeds"
            disabled={!canTrain || values?.length === 0}
            onClick={begin}
          >
            {values
              ? t('seeds.trainSweep', { values: values.length, count: setup.count })
              : t('seeds.train', { count: setup.count })}
          </Button>
        )}
        {running ? <Progress share={share} /> : null}
      </div>
    </>
  );
}

/** How much of all is done. */
function Progress({ share }: { share: number }) {
  const { t } = useTranslation();
  const [done, all] = useSeeds(({ study }) => [
    study?.variants.reduce((sum, { results }) => sum + results.length, 0) ?? 0,
    study ? study.variants.length * study.count : 0,
  ]);
  const text = t('seeds.progress', { done: formatCount(done), all: formatCount(all) });
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-1">
      <progress className="sr-only" value={share} max={1} aria-label={text} />
      <span className="h-1.5 overflow-hidden rounded-full bg-surface-2" aria-hidden>
        <i
          className="block h-full rounded-full bg-accent"
          style={{ width: `${(100 * share).toFixed(1)}%` }}
        />
      </span>
      <span className="num text-[13px] text-ink-3">{text}</span>
    </span>
  );
}
