import type { ReactNode } from 'react';
import type { Problem } from '../../compiler/problem.ts';
import { MendButtons } from './mend-buttons.tsx';
import { useProblemText } from './use-problem-text.ts';

const tones = {
  error: 'border-bad text-bad',
  warning: 'border-warn text-warn',
  incomplete: 'border-line text-ink-2',
} as const;

/** What is wrong with a node, below it or beside it, with its mend; `id` is that of the text. */
export function NodeNote({
  id,
  problem,
  beside,
}: {
  id: string;
  problem: Problem;
  beside: boolean;
}) {
  return (
    <div
      className={`nodrag absolute z-10 w-[232px] ${beside ? 'top-0 left-full ml-2' : 'top-full left-0 mt-1.5'}`}
    >
      <Note id={id} problem={problem} />
    </div>
  );
}

/** What is wrong with a wire, on it, with its mend. */
export function WireNote({ problem, x, y }: { problem: Problem; x: number; y: number }) {
  return (
    <div
      className="nodrag nopan pointer-events-auto absolute w-[232px]"
      style={{ transform: `translate(-50%, 0) translate(${x}px, ${y + 8}px)` }}
    >
      <Note problem={problem} />
    </div>
  );
}

function Note({ id, problem }: { id?: string; problem: Problem }): ReactNode {
  const { explain } = useProblemText();
  return (
    <div
      className={`rounded-lg border bg-surface px-2.5 py-1.5 text-[13px] leading-snug shadow-card ${tones[problem.severity]}`}
      data-problem={problem.code}
    >
      <span id={id}>{explain(problem)}</span> <MendButtons problem={problem} />
    </div>
  );
}
