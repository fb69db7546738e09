import { useDocument } from '../../state/stores.ts';
import { MendButtons } from './mend-buttons.tsx';
import { useProblemText } from './use-problem-text.ts';
import { useShownProblems } from './use-shown-problems.ts';

/** What the network as a whole still lacks, at the top of the canvas. */
export function GraphNotes() {
  const { explain } = useProblemText();
  const problems = useShownProblems();
  const isEmpty = useDocument(({ document }) => Object.keys(document.graph.nodes).length === 0);
  const whole = problems.filter(({ at }) => 'graph' in at);
  if (whole.length === 0 || isEmpty) return null;
  return (
    <ul
      data-graph-notes
      className="pointer-events-none absolute top-3 left-1/2 flex w-max max-w-[92%] -translate-x-1/2 flex-col gap-1.5"
    >
      {whole.map((problem) => (
        <li
          key={problem.code}
          data-problem={problem.code}
          className="pointer-events-auto rounded-lg border border-line bg-surface px-3 py-1.5 text-ink-2 shadow-card"
        >
          {explain(problem)} <MendButtons problem={problem} />
        </li>
      ))}
    </ul>
  );
}
