import { ChevronDown, ChevronUp } from 'lucide-react';
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
  /** The number changes by itself: while the box has the focus, what it shows stands still. */
  readonly live?: boolean;
  /** Shows a pair of arrows to press. */
  readonly stepper?: boolean;
  readonly onChange: (value: number) => void;
  readonly onEmpty?: () => void;
  /** Said above the box while what is typed does not fit; without it, the field says so. */
  readonly wrongText?: string;
  /** Told whether what is typed is out of range, so that the field can say so. */
  readonly onInvalid?: (invalid: boolean) => void;
}

/**
 * A number that is typed or stepped; typing counts with Enter or when the box is left. `wrongText` is
 * shown at the box while what is typed does not fit.
 */
export function NumberInput(props: NumberInputProps) {
  const { value, min, max, whole = false, onChange } = props;
  const [draft, setDraft] = useState<string>();
  const [held, setHeld] = useState<number | null>();
  const standing = held ?? value;
  const hold = (number: number | null | undefined): void => {
    if (props.live) setHeld(number);
  };
  const [wrong, setWrong] = useState(false);
  const mark = (invalid: boolean): void => {
    setWrong(invalid);
    props.onInvalid?.(invalid);
  };

  /** What the text means, if it is a number within the range. */
  function read(text: string): number | undefined {
    const number = Number(text.replace(',', '.').replaceAll('−', '-'));
    const fits = Number.isFinite(number) && number >= min && number <= max;
    return text.trim() !== '' && fits && (!whole || Number.isInteger(number)) ? number : undefined;
  }

  function type(text: string): void {
    setDraft(text);
    mark(read(text) === undefined && !(text.trim() === '' && props.onEmpty));
  }

  /** Takes what was typed; what does not fit stays in the box, marked, until it is left. */
  function commit(): boolean {
    if (draft === undefined) return true;
    const number = read(draft);
    if (draft.trim() === '' && props.onEmpty) props.onEmpty();
    else if (number === undefined) return false;
    else if (number !== value) onChange(number);
    if (number !== undefined) hold(number);
    setDraft(undefined);
    mark(false);
    return true;
  }

  function giveUp(): void {
    setDraft(undefined);
    hold(undefined);
    mark(false);
  }

  function leave(): void {
    if (commit()) hold(undefined);
    else giveUp();
  }

  function move(up: boolean, coarse: boolean): void {
    const next = nextValue(standing ?? min, up, whole, coarse);
    const fitting = Math.min(max, Math.max(min, next));
    setDraft(undefined);
    hold(fitting);
    mark(false);
    onChange(fitting);
  }

  function step(event: KeyboardEvent): void {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') giveUp();
    else if (event.key !== 'Enter' && held === undefined) hold(value);
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(event.key === 'ArrowUp', event.shiftKey);
  }

  return (
    <span className="relative inline-flex">
      <input
        id={props.id}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={wrong}
        type="text"
        inputMode={whole ? 'numeric' : 'decimal'}
        autoComplete="off"
        placeholder={props.emptyText}
        value={draft ?? (standing === null ? '' : String(standing))}
        data-held={draft !== undefined || standing !== value || undefined}
        onFocus={() => hold(value)}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
        onKeyDown={step}
        className={`num h-8 pointer-coarse:h-11 rounded-lg border bg-surface pl-2 text-right text-ink placeholder:text-ink-3 ${
          props.wide ? 'w-28' : 'w-20'
        } ${props.stepper ? 'pr-6' : 'pr-2'} ${wrong ? 'border-bad' : 'border-line'}`}
      />
      {wrong && props.wrongText ? (
        <span
          role="alert"
          className="absolute right-0 bottom-full z-30 mb-2 rounded-lg border border-bad bg-surface px-2.5 py-1.5 whitespace-nowrap text-bad shadow-card"
        >
          {props.wrongText}
        </span>
      ) : null}
      {props.stepper ? (
        <span className="absolute inset-y-px right-px flex w-5 flex-col" aria-hidden="true">
          <Arrow up onPress={() => move(true, false)} />
          <Arrow up={false} onPress={() => move(false, false)} />
        </span>
      ) : null}
    </span>
  );
}

/** Half of the stepper; the arrow keys do the same, so it is not in the way of Tab. */
function Arrow({ up, onPress }: { up: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      data-step={up ? 'up' : 'down'}
      onClick={onPress}
      className="grid flex-1 place-items-center rounded text-ink-3 hover:bg-surface-2 hover:text-ink"
    >
      {up ? <ChevronUp size={12} /> : <ChevronDown size={12} />}
    </button>
  );
}

/** One more, one less; for real numbers a tenth of the leading digit's place, so 0.1 goes to 0.11. */
function nextValue(value: number, up: boolean, whole: boolean, coarse: boolean): number {
  if (whole) return value + (up ? 1 : -1) * (coarse ? 10 : 1);
  const magnitude = 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) - (coarse ? 0 : 1));
  return Number((value + (up ? magnitude : -magnitude)).toPrecision(10));
}
