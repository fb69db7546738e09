import type { TFunction } from 'i18next';
import type { Problem } from '../../compiler/problem.ts';
import type { DiagnosticData } from '../../core/diagnostic.ts';
import type { TextProblem } from '../../core/tensor/problem.ts';
import type { Words } from '../../core/words.ts';
import { formatCount } from '../kit/format.ts';

type Spell = (data: DiagnosticData) => Record<string, string | number>;

/** Puts the figures and names of a problem into a language. */
export const speller =
  (t: TFunction, words: (value: Words) => string): Spell =>
  (data) =>
    Object.fromEntries(
      Object.entries(data).map(([key, value]) => {
        if (key === 'lossType' && typeof value === 'string' && value !== '') {
          return [key, t(`lossName.${value}` as 'lossName.meanSquaredError')];
        }
        if (typeof value === 'number') return [key, formatCount(value)];
        return [key, typeof value === 'string' ? value : words(value)];
      }),
    );

/** A problem in words. */
export function explainProblem(t: TFunction, spell: Spell, { code, data }: Problem): string {
  const values = spell(data);
  if (code === 'output-size') {
    return data['task'] === 'classes'
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
  if (code === 'tensor-text') {
    const reason = data['reason'] as TextProblem['reason'];
    return t('problem.tensor-text', {
      name: '',
      ...values,
      why: t(`tensorText.${reason}`, values),
    });
  }
  return t(`problem.${code}`, values);
}
