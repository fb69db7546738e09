import { useTranslation } from 'react-i18next';
import type { Problem, ProblemFix } from '../../compiler/problem.ts';
import { useWords } from '../../i18n/use-words.ts';
import { explainProblem, speller } from './problem-text.ts';

/** Puts problems and their mends into words. */
export function useProblemText(): {
  explain: (problem: Problem) => string;
  offer: (fix: Problem['fixes'][number]) => string;
} {
  const { t } = useTranslation();
  const spell = speller(t, useWords());
  return {
    explain: (problem) => explainProblem(t, spell, problem),
    offer: (fix) => t(`fix.${fix.code as ProblemFix['code']}`, spell(fix.data)),
  };
}
