import { type KeyboardEvent, useState } from 'react';

interface NumberInputProps {
  readonly id?: string;
  readonly label?: string;
  readonly describedBy?: string | undefined;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  /** Shown for null; without it, null is not allowed. */
  readonly emptyText?: string;
  readonly wide?: boolean;
  readonly onChange: (value: number) => void;
  readonly onEmpty?: () => void;
  /** Told whether what is typed is out of range, so that the field can say so. */
  readonly onInvalid?: (invalid: boolean) => void;
}

/** A number that is typed or stepped. What is out of range stays in the box and goes no further. */
export function NumberInput(props: NumberInputProps) {
  const { value, min, max, whole = false, onChange } = props;
  const [draft, setDraft] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const mark = (invalid: boolean): void => {
    setWrong(invalid);
    props.onInvalid?.(invalid);
  };

  function take(text: string): void {
    setDraft(text);
    if (text.trim() === '' && props.onEmpty) {
      mark(false);
      props.onEmpty();
      return;
    }
    const next = Number(text.replace(',', '.').replace('−', '-'));
    const fits =
      text.trim() !== '' &&
      Number.isFinite(next) &&
      next >= min &&
      next <= max &&
      (!whole || Number.isInteger(next));
    mark(!fits);
    if (fits && next !== value) onChange(next);
  }

  function leave(): void {
    setDraft(undefined);
    mark(false);
  }

  function step(event: KeyboardEvent): void {
    if (event.key === 'Enter') leave();
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const up = event.key === 'ArrowUp';
    const next = nextValue(value ?? min, up, whole, event.shiftKey);
    take(String(Math.min(max, Math.max(min, next))));
  }

  return (
    <input
      id={props.id}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-invalid={wrong}
      type="text"
      inputMode={whole ? 'numeric' : 'decimal'}
      autoComplete="off"
      placeholder={props.emptyText}
      value={draft ?? (value === null ? '' : String(value))}
      onChange={(event) => take(event.target.value)}
      onBlur={leave}
      onKeyDown={step}
      className={`num h-8 rounded-lg border bg-surface px-2 text-right text-ink placeholder:text-ink-3 ${
        props.wide ? 'w-28' : 'w-20'
      } ${wrong ? 'border-bad' : 'border-line'}`}
    />
  );
}

/** One more, one less; for real numbers a tenth of the leading digit's place, so 0.1 goes to 0.11. */
function nextValue(value: number, up: boolean, whole: boolean, coarse: boolean): number {
  if (whole) return value + (up ? 1 : -1) * (coarse ? 10 : 1);
  const magnitude = 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) - (coarse ? 0 : 1));
  return Number((value + (up ? magnitude : -magnitude)).toPrecision(10));
}
