import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../core/assert-never.ts';
import type { Words } from '../../core/words.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { ParamMeta } from '../../layers/params.ts';
import { useStores } from '../../state/stores.ts';
import { Field } from '../kit/field.tsx';
import { NumberInput } from '../kit/number-input.tsx';
import { Select } from '../kit/select.tsx';
import { Slider } from '../kit/slider.tsx';
import { Switch } from '../kit/switch.tsx';
import { InitialiserField } from './initialiser-field.tsx';
import { SizesField } from './sizes-field.tsx';
import { TextField } from './text-field.tsx';

/** Numbers up to this are also pulled, not only typed. */
const SLIDER_REACH = 32;

/** The control that a parameter's schema asks for, with its range and what to do when it is left. */
export function ParamField({
  meta,
  value,
  onChange,
}: {
  meta: ParamMeta;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const { datasets } = useStores().catalogue;
  const [invalid, setInvalid] = useState(false);
  const { control } = meta;
  const title = words(meta.title);
  switch (control.type) {
    case 'count':
    case 'number': {
      const { min, max } = control;
      const whole = control.type === 'count';
      const message = whole
        ? t('inspector.whole', { min, max })
        : t('inspector.range', { min, max });
      const number = typeof value === 'number' ? value : Number.NaN;
      const outside = !(number >= min && number <= max);
      const slider = whole
        ? { min, max: Math.min(max, SLIDER_REACH), step: 1 }
        : control.step === undefined
          ? undefined
          : { min, max, step: control.step };
      return (
        <Field label={title} message={invalid || outside ? message : undefined}>
          {({ id, describedBy }) => (
            <span className="flex items-center gap-2.5">
              {slider && slider.max > slider.min ? (
                <Slider
                  label={title}
                  value={Math.min(slider.max, number)}
                  {...slider}
                  onChange={onChange}
                />
              ) : null}
              <NumberInput
                id={id}
                describedBy={describedBy}
                value={typeof value === 'number' ? value : null}
                min={min}
                max={max}
                whole={whole}
                stepper
                onChange={onChange}
                onInvalid={setInvalid}
              />
            </span>
          )}
        </Field>
      );
    }
    case 'pair': {
      const { min, max } = control;
      const [height, width] = Array.isArray(value) ? (value as number[]) : [min, min];
      return (
        <Field label={title} message={invalid ? t('inspector.whole', { min, max }) : undefined}>
          {({ id, describedBy }) => (
            <span className="num flex items-center gap-1.5 text-ink-3">
              <NumberInput
                id={id}
                label={t('inspector.height', { title })}
                describedBy={describedBy}
                value={height ?? min}
                min={min}
                max={max}
                whole
                stepper
                onChange={(next) => onChange([next, width])}
                onInvalid={setInvalid}
              />
              ×
              <NumberInput
                label={t('inspector.width', { title })}
                describedBy={describedBy}
                value={width ?? min}
                min={min}
                max={max}
                whole
                stepper
                onChange={(next) => onChange([height, next])}
                onInvalid={setInvalid}
              />
            </span>
          )}
        </Field>
      );
    }
    case 'sizes': {
      const { most, max, open } = control;
      const all = Array.isArray(value) ? (value as number[]) : [];
      return <SizesField {...{ title, most, max, open, onChange }} value={all} />;
    }
    case 'choice':
      return <ChoiceField {...{ title, value, onChange }} options={control.options} />;
    case 'dataset': {
      const fitting = [...datasets.values()].filter((set) => set.modality === control.modality);
      const options = fitting.map((set) => ({ value: set.id, title: set.title }));
      return <ChoiceField {...{ title, value, onChange }} options={options} />;
    }
    case 'switch':
      return (
        <Field label={title}>
          {({ id }) => (
            <Switch id={id} label={title} checked={value === true} onChange={onChange} />
          )}
        </Field>
      );
    case 'initialiser':
      return <InitialiserField title={title} value={value} onChange={onChange} />;
    case 'text': {
      const { lines, problemIn } = control;
      return <TextField {...{ title, lines, problemIn, onChange }} value={String(value)} />;
    }
    case 'hidden':
      return null;
    default:
      return assertNever(control);
  }
}

function ChoiceField({
  title,
  value,
  options,
  onChange,
}: {
  title: string;
  value: unknown;
  options: readonly { readonly value: string; readonly title: Words }[];
  onChange: (value: unknown) => void;
}) {
  const words = useWords();
  const worded = options.map((option) => ({ value: option.value, title: words(option.title) }));
  return (
    <Field label={title}>
      {({ id }) => <Select id={id} value={String(value)} options={worded} onChange={onChange} />}
    </Field>
  );
}
