import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Setting } from '../../state/seeds/settings.ts';
import { Field } from '../../ui/kit/field.tsx';
import { formatTerm } from '../../ui/kit/format.ts';
import { useSettingWords } from './use-setting-words.ts';

/** Most values of a sweep. */
const MOST = 12;

/** The values that a sweep tries: numbers are typed, choices are ticked. */
export function Values({
  setting,
  values,
  onChange,
}: {
  setting: Setting;
  values: readonly (number | string)[];
  onChange: (values: readonly (number | string)[]) => void;
}) {
  const { t } = useTranslation();
  const words = useSettingWords();
  if (setting.values.type === 'numbers') {
    return <NumberList limits={setting.values} values={values} onChange={onChange} />;
  }
  const { usual } = setting.values;
  return (
    <fieldset className="flex flex-wrap gap-1 py-1" aria-label={t('seeds.values')}>
      {usual.map((value) => {
        const ticked = values.includes(value);
        const next = usual.filter((each) => (each === value ? !ticked : values.includes(each)));
        return (
          <button
            key={value}
            type="button"
            aria-pressed={ticked}
            onClick={() => onChange(next)}
            className="h-7 rounded-lg border border-line px-2 text-[13px] text-ink-2 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-ink pointer-coarse:h-11"
          >
            {words.value(setting, value)}
          </button>
        );
      })}
    </fieldset>
  );
}

/** Numbers typed one after another; what is typed counts with Enter or on leaving. */
function NumberList({
  limits,
  values,
  onChange,
}: {
  limits: { readonly min: number; readonly max: number; readonly whole: boolean };
  values: readonly (number | string)[];
  onChange: (values: readonly number[]) => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string>();
  const { min, max, whole } = limits;
  const read = draft === undefined ? values.map(Number) : readNumbers(draft, limits);
  const said = { min: formatTerm(min), max: formatTerm(max), most: MOST };
  const take = (): void => {
    if (read && draft !== undefined) onChange(read);
    setDraft(undefined);
  };
  return (
    <Field
      label={t('seeds.values')}
      message={read ? undefined : t(whole ? 'seeds.wrongWhole' : 'seeds.wrongValues', said)}
    >
      {({ id, describedBy }) => (
        <input
          id={id}
          aria-describedby={describedBy}
          aria-invalid={!read}
          autoComplete="off"
          value={draft ?? values.join(', ')}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
            if (event.key === 'Escape') setDraft(undefined);
          }}
          className="num h-8 w-52 rounded-lg border border-line bg-surface px-2 aria-invalid:border-bad pointer-coarse:h-11"
        />
      )}
    </Field>
  );
}

/** Different numbers within limits, apart by commas or spaces; nothing where one does not fit. */
function readNumbers(
  text: string,
  { min, max, whole }: { readonly min: number; readonly max: number; readonly whole: boolean },
): readonly number[] | undefined {
  const parts = text
    .replaceAll('−', '-')
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  const numbers = [...new Set(parts.map(Number))];
  const fits = numbers.every((n) => n >= min && n <= max && (!whole || Number.isInteger(n)));
  return fits && numbers.length > 0 && numbers.length <= MOST ? numbers : undefined;
}
