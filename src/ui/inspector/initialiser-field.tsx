import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { initialiserSchema } from '../../layers/params.ts';
import { Field } from '../kit/field.tsx';
import { NumberInput } from '../kit/number-input.tsx';
import { Select } from '../kit/select.tsx';

/** What each start looks like when it is first chosen. */
const starts = {
  glorotNormal: { type: 'glorotNormal' },
  glorotUniform: { type: 'glorotUniform' },
  heNormal: { type: 'heNormal' },
  heUniform: { type: 'heUniform' },
  normal: { type: 'normal', mean: 0, deviation: 1 },
  uniform: { type: 'uniform', limit: 1 },
  zeros: { type: 'zeros' },
  constant: { type: 'constant', value: 0 },
  values: { type: 'values', values: [] },
} as const;

type StartType = keyof typeof starts;

/** Chooses how weights start: a distribution with its settings, a constant, or exact values. */
export function InitialiserField({
  title,
  value,
  onChange,
}: {
  title: string;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation();
  const start = initialiserSchema.safeParse(value).data ?? starts.zeros;
  const number = (label: string, current: number, min: number, put: (next: number) => object) => (
    <Field label={label}>
      {({ id }) => (
        <NumberInput
          id={id}
          value={current}
          min={min}
          max={1000}
          stepper
          onChange={(next) => onChange({ ...start, ...put(next) })}
        />
      )}
    </Field>
  );
  return (
    <div>
      <Field label={title}>
        {({ id }) => (
          <Select
            id={id}
            value={start.type}
            options={(Object.keys(starts) as StartType[]).map((type) => ({
              value: type,
              title: t(`inspector.initialiser.${type}`),
            }))}
            onChange={(type) => onChange(starts[type])}
          />
        )}
      </Field>
      {start.type === 'normal' ? (
        <>
          {number(t('inspector.initialiser.mean'), start.mean, -1000, (mean) => ({ mean }))}
          {number(t('inspector.initialiser.deviation'), start.deviation, 0, (deviation) => ({
            deviation,
          }))}
        </>
      ) : null}
      {start.type === 'uniform'
        ? number(t('inspector.initialiser.limit'), start.limit, 0, (limit) => ({ limit }))
        : null}
      {start.type === 'constant'
        ? number(t('inspector.initialiser.value'), start.value, -1000, (next) => ({ value: next }))
        : null}
      {start.type === 'values' ? (
        <ValuesField
          title={title}
          values={start.values}
          onChange={(values) => onChange({ type: 'values', values })}
        />
      ) : null}
    </div>
  );
}

function ValuesField({
  title,
  values,
  onChange,
}: {
  title: string;
  values: readonly number[];
  onChange: (values: number[]) => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  function take(text: string): void {
    setDraft(text);
    const parts = text.split(/[\s,;[\]]+/).filter((part) => part !== '');
    const bad = parts.find((part) => !Number.isFinite(Number(part.replaceAll('−', '-'))));
    setWrong(bad);
    if (bad === undefined) onChange(parts.map((part) => Number(part.replaceAll('−', '-'))));
  }
  return (
    <div className="pb-1">
      <textarea
        aria-label={`${title}, ${t('inspector.initialiser.values')}`}
        aria-invalid={wrong !== undefined}
        rows={2}
        spellCheck={false}
        value={draft ?? values.join(', ')}
        onChange={(event) => take(event.target.value)}
        onBlur={() => {
          setDraft(undefined);
          setWrong(undefined);
        }}
        className="num w-full rounded-lg border border-line bg-surface px-2 py-1 text-[13px] aria-invalid:border-bad"
      />
      <p className={`text-[13px] ${wrong === undefined ? 'text-ink-3' : 'text-bad'}`}>
        {wrong === undefined
          ? t('inspector.initialiser.valuesHint')
          : t('inspector.initialiser.valuesWrong', { text: wrong })}
      </p>
    </div>
  );
}
