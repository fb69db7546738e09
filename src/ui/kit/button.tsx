import type { ButtonHTMLAttributes, ReactNode } from 'react';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'>;

const looks = {
  ghost:
    'h-8 pointer-coarse:h-11 gap-1.5 rounded-lg px-2.5 text-ink-2 hover:bg-surface-2 hover:text-ink',
  outline:
    'h-8 pointer-coarse:h-11 gap-1.5 rounded-lg border border-line px-2.5 text-ink-2 hover:bg-surface-2',
  solid:
    'h-8 pointer-coarse:h-11 gap-1.5 rounded-lg bg-ink px-3 font-medium text-surface hover:opacity-90',
  link: 'rounded font-semibold text-accent hover:underline',
  round:
    'size-9 pointer-coarse:size-11 justify-center rounded-full border border-line text-ink-2 hover:bg-surface-2',
} as const;

/** A button with words in it. */
export function Button({
  look = 'ghost',
  type = 'button',
  children,
  ...rest
}: ButtonProps & {
  look?: keyof typeof looks;
  /** `submit` carries out the form that it belongs to, as Enter does. */
  type?: 'button' | 'submit';
  children: ReactNode;
}) {
  return (
    <button
      type={type}
      className={`inline-flex shrink-0 items-center whitespace-nowrap disabled:opacity-40 ${looks[look]}`}
      {...rest}
    >
      {children}
    </button>
  );
}

/** A button that shows an icon; `label` is its name and its tooltip. */
export function IconButton({
  label,
  look = 'ghost',
  children,
  ...rest
}: ButtonProps & { label: string; look?: 'ghost' | 'round'; children: ReactNode }) {
  const shape =
    look === 'round'
      ? looks.round
      : 'size-8 pointer-coarse:size-11 justify-center rounded-lg text-ink-2 hover:bg-surface-2 hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent';
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-flex shrink-0 items-center disabled:opacity-35 ${shape}`}
      {...rest}
    >
      {children}
    </button>
  );
}
