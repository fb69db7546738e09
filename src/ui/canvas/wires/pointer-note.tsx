import type { ReactNode } from 'react';
import type { Position } from '../../../document/schema.ts';
import { coarse } from '../../kit/coarse.ts';

/** How far a note stands from its point, in pixels; a finger covers more than a mouse. */
const ASIDE = coarse.matches ? 40 : 14;
/** Below this share of the page a note stands above its point, where there is room for it. */
const LOW = 0.8;

/** A note beside a point of the screen, on the side where there is more room. */
export function PointerNote({
  at: { x, y },
  wrong = false,
  testId,
  children,
}: {
  /** In client pixels. */
  at: Position;
  /** Whether it says why something cannot be. */
  wrong?: boolean;
  testId?: string;
  children: ReactNode;
}) {
  return (
    <div
      role="status"
      data-testid={testId}
      className={`pointer-events-none fixed z-30 max-w-64 rounded-lg border bg-surface px-2.5 py-1.5 shadow-card ${wrong ? 'border-bad text-bad' : 'border-line text-ink-2'}`}
      style={{
        ...(x > innerWidth / 2 ? { right: innerWidth - x + ASIDE } : { left: x + ASIDE }),
        ...(y > innerHeight * LOW ? { bottom: innerHeight - y + ASIDE } : { top: y + ASIDE }),
      }}
    >
      {children}
    </div>
  );
}
