import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { optimizerTypes, trainingLimits } from '../../document/training-schema.ts';
import { useCompilation, useRun } from '../../state/stores.ts';
import { countWeights } from '../canvas/nodes/arithmetic.ts';
import { Field } from '../kit/field.tsx';
import { formatCount } from '../kit/format.ts';
import { NumberInput } from '../kit/number-input.tsx';
import { Section } from '../kit/section.tsx';
import { Select } from '../kit/select.tsx';
import { Slider } from '../kit/slider.tsx';
import { Switch } from '../kit/switch.tsx';
import { ExecutorSelect } from './executors.tsx';
import { useTraining } from './use-training.ts';

type LimitName = keyof typeof trainingLimits;

/** How the network is trained: everything takes effect at once. */
export function TrainPanel() {
  const { t } = useTranslation();
  const [training, change] = useTraining();
  const { optimizer, batchSize, shuffle, wrap, balance, testShare, seed, stopAt } = training;
  const classifies = useCompilation(({ source }) => source?.spec.target.type === 'classes');
  const hasMomentum = optimizer.type === 'momentum' || optimizer.type === 'nesterov';
  return (
    <div className="pb-6">
      <Section title={t('train.update')}>
        <Field label={t('train.optimizer')}>
          {({ id }) => (
            <Select
              id={id}
              value={optimizer.type}
              options={optimizerTypes.map((type) => ({
                value: type,
                title: t(`train.optimizers.${type}`),
              }))}
              onChange={(type) => change({ optimizer: { ...optimizer, type } })}
            />
          )}
        </Field>
        <LimitedNumber
          name="learningRate"
          label={t('train.learningRate')}
          value={optimizer.learningRate}
          onChange={(learningRate) => change({ optimizer: { ...optimizer, learningRate } })}
        />
        {hasMomentum ? (
          <LimitedNumber
            name="momentum"
            label={t('train.momentum')}
            value={optimizer.momentum}
            onChange={(momentum) => change({ optimizer: { ...optimizer, momentum } })}
          />
        ) : null}
      </Section>
      <Section title={t('train.course')}>
        <Field label={t('train.batch')}>
          {({ id }) => (
            <Select
              id={id}
              value={batchSize === 'full' ? 'full' : 'mini'}
              options={[
                { value: 'full', title: t('train.batchFull') },
                { value: 'mini', title: t('train.batchMini') },
              ]}
              onChange={(choice) => change({ batchSize: choice === 'full' ? 'full' : 16 })}
            />
          )}
        </Field>
        {batchSize === 'full' ? null : (
          <>
            <LimitedNumber
              name="batchSize"
              label={t('train.batchSize')}
              value={batchSize}
              whole
              onChange={(size) => change({ batchSize: size })}
            />
            <Field label={t('train.shuffle')}>
              {({ id }) => (
                <Switch
                  id={id}
                  label={t('train.shuffle')}
                  checked={shuffle}
                  onChange={(next) => change({ shuffle: next })}
                />
              )}
            </Field>
            <Field label={t('train.wrap')}>
              {({ id }) => (
                <Switch
                  id={id}
                  label={t('train.wrap')}
                  checked={wrap}
                  onChange={(next) => change({ wrap: next })}
                />
              )}
            </Field>
          </>
        )}
        {classifies || balance ? (
          <Field label={t('train.balance')}>
            {({ id }) => (
              <Switch
                id={id}
                label={t('train.balance')}
                checked={balance}
                onChange={(next) => change({ balance: next })}
              />
            )}
          </Field>
        ) : null}
        <Field label={t('train.testShare')}>
          {({ id }) => (
            <span className="flex items-center gap-2.5" id={id}>
              <Slider
                label={t('train.testShare')}
                value={testShare}
                {...trainingLimits.testShare}
                step={0.05}
                onChange={(next) => change({ testShare: next })}
              />
              <span className="num w-12 text-right">{Math.round(testShare * 100)} %</span>
            </span>
          )}
        </Field>
        <LimitedNumber
          name="seed"
          label={t('train.seed')}
          value={seed}
          whole
          onChange={(next) => change({ seed: next })}
        />
        <LimitedNumber
          name="stopAt"
          label={t('train.stopAt')}
          value={stopAt}
          whole
          emptyText={t('train.stopNever')}
          onChange={(next) => change({ stopAt: next })}
          onEmpty={() => change({ stopAt: null })}
        />
        <p className="mt-2 text-[13px] text-ink-3">{t('train.live')}</p>
      </Section>
      <NetworkSummary />
    </div>
  );
}

function LimitedNumber({
  name,
  label,
  ...input
}: {
  name: LimitName;
  label: string;
  value: number | null;
  whole?: boolean;
  emptyText?: string;
  onChange: (value: number) => void;
  onEmpty?: () => void;
}) {
  const { t } = useTranslation();
  const [invalid, setInvalid] = useState(false);
  const limits = trainingLimits[name];
  const message = input.whole ? t('inspector.whole', limits) : t('inspector.range', limits);
  return (
    <Field label={label} message={invalid ? message : undefined}>
      {({ id, describedBy }) => (
        <NumberInput
          id={id}
          describedBy={describedBy}
          {...limits}
          {...input}
          wide
          stepper
          onInvalid={setInvalid}
        />
      )}
    </Field>
  );
}

function NetworkSummary() {
  const { t } = useTranslation();
  const trains = useCompilation(({ ir }) => ir !== undefined);
  // What cannot be trained is counted too, as far as its shapes are known.
  const total = useCompilation(({ shapes }) =>
    [...shapes.values()].reduce((sum, { weights }) => sum + countWeights(weights), 0),
  );
  const frame = useRun((run) => run.frame);
  if (total === 0) return null;
  return (
    <Section title={t('train.summary')}>
      <dl className="num grid grid-cols-[1fr_auto] gap-y-1">
        <dt className="font-sans text-ink-2">{t('train.totalParameters')}</dt>
        <dd data-testid="parameters">{formatCount(total)}</dd>
        {trains ? (
          <>
            <dt className="self-center font-sans text-ink-2">{t('train.executor')}</dt>
            <dd className="font-sans">
              <ExecutorSelect />
            </dd>
            <dt className="font-sans text-ink-2">{t('train.memory')}</dt>
            <dd data-testid="memory">
              {frame
                ? t('train.memoryText', {
                    count: frame.memory.tensors,
                    kilobytes: formatCount(Math.ceil(frame.memory.bytes / 1000)),
                  })
                : '–'}
            </dd>
          </>
        ) : null}
      </dl>
    </Section>
  );
}
