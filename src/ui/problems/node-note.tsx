import { type ReactNode, useRef } from 'react';
import type { Problem } from '../../compiler/problem.ts';
import type { Flow } from '../../document/schema.ts';
import { useWirePlace } from '../canvas/wires/use-wire-place.ts';
import { useOwnSize } from '../kit/use-own-size.ts';
import { MendButtons } from './mend-buttons.tsx';
import type { NotePlace } from './note-place.ts';
import { useNotePlace } from './use-note-place.ts';
import { useProblemText } from './use-problem-text.ts';

/** What is kept between a wire and its note, in pixels. */
const GAP = 8;

const tones = {
  error: 'border-bad text-bad',
  warning: 'border-warn text-warn',
  incomplete: 'border-line text-ink-2',
} as const;

const sides: Readonly<Record<NotePlace, string>> = {
  below: 'top-full left-0 mt-1.5',
  'below-left': 'top-full right-0 mt-1.5',
  above: 'bottom-full left-0 mb-1.5',
  'above-left': 'bottom-full right-0 mb-1.5',
  right: 'top-0 left-full ml-1.5',
  left: 'top-0 right-full mr-1.5',
};

/** What is wrong with a node, where there is room at it, with its mend; `id` is that of the text. */
export function NodeNote({
  id,
  node,
  problem,
  flow,
}: {
  id: string;
  node: string;
  problem: Problem;
  flow: Flow;
}) {
  const note = useRef<HTMLDivElement>(null);
  const place = useNotePlace(node, note, flow);
  return (
    <div ref={note} className={`nodrag absolute z-10 w-[232px] ${sides[place]}`}>
      <Note id={id} problem={problem} />
    </div>
  );
}

/** What is wrong with a wire, on it where that is seen, with its mend. */
export function WireNote({ problem, x, y }: { problem: Problem; x: number; y: number }) {
  const note = useRef<HTMLDivElement>(null);
  const size = useOwnSize(note) ?? { width: 0, height: 0 };
  const { side, shift } = useWirePlace({ x, y }, size, { side: 'below', gap: GAP });
  const top = side === 'below' ? y + GAP : y - GAP - size.height;
  return (
    <div
      ref={note}
      className="nodrag nopan pointer-events-auto absolute w-[232px]"
      style={{ transform: `translate(-50%, 0) translate(${x + shift}px, ${top}px)` }}
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
