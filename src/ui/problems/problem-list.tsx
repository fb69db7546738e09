import { AlertTriangle, CircleDashed, OctagonAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCompilation } from '../../state/stores.ts';
import { Button } from '../kit/button.tsx';
import { MendButtons } from './mend-buttons.tsx';
import { useProblemText } from './use-problem-text.ts';
import { useShowProblem } from './use-show-problem.ts';

const icons = {
  error: <OctagonAlert size={15} className="mt-0.5 shrink-0 text-bad" aria-hidden />,
  warning: <AlertTriangle size={15} className="mt-0.5 shrink-0 text-warn" aria-hidden />,
  incomplete: <CircleDashed size={15} className="mt-0.5 shrink-0 text-ink-3" aria-hidden />,
};

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
