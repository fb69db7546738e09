import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextProblem } from '../../core/tensor/problem.ts';
import { Field } from '../kit/field.tsx';

/**
 * A text that its kind reads. What can be read counts at once; what cannot stays in the box with the place
 * where it breaks, until it is mended or Escape gives it up.
 */
export function TextField({
  title,
  value,
  lines,
  problemIn,
  onChange,
}: {
  title: string;
  value: string;
  lines: number;
  problemIn: (text: string) => TextProblem | undefined;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string>();
  const labelId = useId();
  const shown = draft ?? value;
  const problem = problemIn(shown);
  const message = problem && t(`tensorText.${problem.reason}`, { ...problem });
  const box = {
    value: shown,
    spellCheck: false,
    'aria-invalid': problem !== undefined,
    onChange: ({ target }: { target: { value: string } }) => {
      const readable = problemIn(target.value) === undefined;
      setDraft(readable ? undefined : target.value);
      if (readable) onChange(target.value);
    },
    onKeyDown: ({ key }: { key: string }) => {
      if (key === 'Escape') setDraft(undefined);
    },
  };
  const look = 'num rounded-lg border border-line bg-surface px-2 aria-invalid:border-bad';
  if (lines === 1) {
    return (
      <Field label={title} message={message}>
        {({ id, describedBy }) => (
          <input
            {...box}
            id={id}
            aria-describedby={describedBy}
            className={`h-8 w-40 text-right ${look}`}
          />
        )}
      </Field>
    );
  }
  return (
    <div className="py-1">
      <label htmlFor={labelId} className="mb-1 block text-ink-2">
        {title}
      </label>
      <textarea
        {...box}
        id={labelId}
        aria-describedby={`${labelId}-message`}
        rows={lines}
        className={`block w-full py-1.5 ${look}`}
      />
      <p id={`${labelId}-message`} role="alert" className="mt-0.5 text-bad">
        {message}
      </p>
    </div>
  );
}
