import type { ReactNode } from 'react';

/** A way on that is chosen by pressing it: a sign, its name and a sentence about what it does. */
export function ChoiceCard({
  icon,
  title,
  text,
  onClick,
}: {
  icon: ReactNode;
  title: string;
  text: string;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex items-center gap-3 rounded-card border border-line p-3 text-left hover:border-accent"
    >
      {icon}
      <span>
        <span className="block font-semibold">{title}</span>
        <span className="block text-[13px] text-ink-2">{text}</span>
      </span>
    </button>
  );
}
