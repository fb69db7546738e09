import { useTranslation } from 'react-i18next';
import type { Problem, ProblemFix } from '../../compiler/problem.ts';
import type { DiagnosticData } from '../../core/diagnostic.ts';
import { useWords } from '../../i18n/use-words.ts';
import { formatCount } from '../kit/format.ts';

/** Puts problems and their mends into words. */
export function useProblemText(): {
  explain: (problem: Problem) => string;
  offer: (fix: Problem['fixes'][number]) => string;
} {
  const { t } = useTranslation();
  const words = useWords();

  function spell(data: DiagnosticData): Record<string, string | number> {
    const texts = Object.entries(data).map(([key, value]) => {
      if (key === 'lossType' && typeof value === 'string' && value !== '') {
        return [key, t(`lossName.${value}` as 'lossName.meanSquaredError')];
      }
      if (typeof value === 'number') return [key, formatCount(value)];
      return [key, typeof value === 'string' ? value : words(value)];
    });
    return Object.fromEntries(texts);
  }

  return {
    explain: ({ code, data }) => {
      const values = spell(data);
      if (code === 'output-size') {
        const classes = data['task'] === 'classes';
        return classes
          ? t('problem.output-size-classes', values)
          : t('problem.output-size-numbers', values);
      }
      if (code === 'rank-mismatch') {
        const rank = Number(data['expected']);
        const expectedShape =
          rank === 1
            ? t('shapeOf.row')
            : rank === 3
              ? t('shapeOf.image')
              : t('shapeOf.other', { rank });
        return t('problem.rank-mismatch', { ...values, expectedShape });
      }
      return t(`problem.${code}`, values);
    },
    offer: (fix) => t(`fix.${fix.code as ProblemFix['code']}`, spell(fix.data)),
  };
}
