import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../kit/field.tsx';

/**
 * Sizes of axes, typed as `28 × 28 × 1`. Where one may be left open it is −1, as in a program; where all may, the
 * unknown ones are `?`. What is typed counts with Enter or on leaving.
 */
export function SizesField({
  title,
  value,
  most,
  max,
  open,
  onChange,
}: {
  title: string;
  value: readonly number[];
  most: number;
  max: number;
  open: 'one' | 'all';
  onChange: (value: readonly number[]) => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string>();
  const read = draft === undefined ? value : readSizes(draft, most, max, open);
  const shown = open === 'all' ? value.map((side) => (side < 0 ? '?' : side)) : value;
  function take(): void {
    if (read && draft !== undefined) onChange(read);
    setDraft(undefined);
  }
  return (
    <Field
      label={title}
      message={
        read ? undefined : t(open === 'all' ? 'inspector.sizesOpen' : 'inspector.sizes', { most })
      }
    >
      {({ id, describedBy }) => (
        <input
          id={id}
          aria-describedby={describedBy}
          aria-invalid={!read}
          value={draft ?? shown.join(' × ').replace('-', '−')}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
            if (event.key === 'Escape') setDraft(undefined);
          }}
          className="num h-8 w-36 rounded-lg border border-line bg-surface px-2 text-right aria-invalid:border-bad"
        />
      )}
    </Field>
  );
}

/** Whole numbers apart by ×, x, commas or spaces. */
function readSizes(
  text: string,
  most: number,
  max: number,
  mayBeOpen: 'one' | 'all',
): readonly number[] | undefined {
  const parts = text
    .replaceAll('−', '-')
    .replaceAll('?', '-1')
    .split(/[\s,x×*]+/)
    .filter((part) => part !== '');
  const sizes = parts.map(Number);
  const fits = sizes.every(
    (size) => Number.isInteger(size) && (size === -1 || (size >= 1 && size <= max)),
  );
  const open = sizes.filter((size) => size === -1).length;
  const isOpen = mayBeOpen === 'all' || open <= 1;
  return fits && isOpen && sizes.length >= 1 && sizes.length <= most ? sizes : undefined;
}
