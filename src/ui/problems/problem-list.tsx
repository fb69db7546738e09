import { AlertTriangle, CircleDashed, OctagonAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../compiler/problem.ts';
import { useCompilation, useStores } from '../../state/stores.ts';
import { nodesBehind, shownAs } from '../canvas/folded.ts';
import { Button } from '../kit/button.tsx';
import { MendButtons } from './mend-buttons.tsx';
import { useProblemText } from './use-problem-text.ts';

const icons = {
  error: <OctagonAlert size={15} className="mt-0.5 shrink-0 text-bad" aria-hidden />,
  warning: <AlertTriangle size={15} className="mt-0.5 shrink-0 text-warn" aria-hidden />,
  incomplete: <CircleDashed size={15} className="mt-0.5 shrink-0 text-ink-3" aria-hidden />,
};

/** Brings the place of a problem into view and selects it. */
export function useShowProblem(): (problem: Problem) => void {
  const { views, documents } = useStores();
  return ({ at }) => {
    const { select, set } = views.getState();
    if ('node' in at) {
      const { document } = documents.getState();
      const card = shownAs(document, at.node);
      // What is within a collapsed block is found on its card.
      select(nodesBehind(document, card));
      set({ focus: { nodes: [card] } });
    } else if ('wire' in at) {
      const wire = documents.getState().document.graph.wires.find(({ id }) => id === at.wire);
      select([], [at.wire]);
      if (wire) set({ focus: { nodes: [wire.from, wire.to] } });
    }
  };
}

/** All problems, those that block training first, each with its place and its mends. */
export function ProblemList({ onShow }: { onShow: () => void }) {
  const { t } = useTranslation();
  const { explain } = useProblemText();
  const show = useShowProblem();
  const problems = useCompilation((compilation) => compilation.problems);
  const sorted = [...problems].sort((a, b) => Number(b.blocking) - Number(a.blocking));
  return (
    <ul aria-label={t('problems.list')} className="flex max-h-80 flex-col gap-2 overflow-y-auto">
      {sorted.map((problem, i) => (
        <li key={`${problem.code} ${i}`} data-problem={problem.code} className="flex gap-2">
          {icons[problem.severity]}
          <div>
            <span>{explain(problem)} </span>
            <span className="inline-flex flex-wrap gap-x-3">
              <MendButtons problem={problem} />
              {'graph' in problem.at ? null : (
                <Button
                  look="link"
                  onClick={() => {
                    show(problem);
                    onShow();
                  }}
                >
                  {t('problems.show')}
                </Button>
              )}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
