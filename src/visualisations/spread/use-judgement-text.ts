import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { toldApart } from '../../compiler/told-apart.ts';
import type { Judgement } from '../../engine/spread/judge.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useStores } from '../../state/stores.ts';

/** A share in percent with two digits: `0.39 %`. */
const percent = (share: number): string => `${Number((100 * share).toPrecision(2))} %`;

/** What is wrong with a layer: in a few words, and in a sentence. */
export interface JudgementText {
  readonly brief: string;
  readonly whole: string;
}

/** Puts into words what is wrong with a layer, with the numbers that it rests on. */
export function useJudgementText(): (judgement: Judgement) => JudgementText {
  const { t } = useTranslation();
  const words = useWords();
  const { documents, catalogue } = useStores();
  return useCallback(
    (judgement) => {
      const both = (facts: Readonly<Record<string, string | number>>): JudgementText => ({
        brief: t(`spread.brief.${judgement.code}`, facts),
        whole: t(`spread.${judgement.code}`, facts),
      });
      const nameOf = (id: string): string =>
        words(toldApart(documents.getState().document.graph, id, catalogue));
      switch (judgement.code) {
        case 'saturated':
          return both({ percent: percent(judgement.share) });
        case 'dead':
          return both({ count: judgement.dead, units: judgement.units });
        case 'exploding': {
          const times = Number(judgement.share.toPrecision(2)).toLocaleString('en-US');
          return both({ times, against: nameOf(judgement.against) });
        }
        case 'vanishing': {
          const { share, squashes, bound, against } = judgement;
          const left = both({ percent: percent(share), against: nameOf(against) });
          if (squashes === 0) return left;
          const slopes = t('spread.slopes', { count: squashes, bound: percent(bound) });
          return { ...left, whole: `${left.whole} ${slopes}` };
        }
      }
    },
    [t, words, documents, catalogue],
  );
}
