import type { Family } from '../../layers/define-layer.ts';

/** A small tinted mark: round for activations, square for the rest. */
export function FamilyIcon({ family }: { family: Family }) {
  const colour = `var(--family-${family})`;
  return (
    <span
      aria-hidden="true"
      className="grid size-[22px] shrink-0 place-items-center rounded-md"
      style={{ color: colour, background: `color-mix(in oklab, ${colour} 12%, transparent)` }}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <rect
          x="1.5"
          y="1.5"
          width="9"
          height="9"
          rx={family === 'activation' ? 4.5 : 2}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        />
      </svg>
    </span>
  );
}
