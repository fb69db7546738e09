import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Judgement } from '../../engine/spread/judge.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useStores } from '../../state/stores.ts';

/** A share in percent with two digits: `0.39 %`. */
const percent = (share: number): string => `${Number((100 * share).toPrecision(2))} %`;

/** Puts into words what is wrong with a layer, with the numbers that it rests on. */
export function useJudgementText(): (judgement: Judgement) => string {
  const { t } = useTranslation();
  const words = useWords();
  const { documents, catalogue } = useStores();
  return useCallback(
    (judgement) => {
      const nameOf = (id: string): string => {
        const node = documents.getState().document.graph.nodes[id];
        const kind = catalogue.layers.get(node?.kind ?? '');
        return node?.name ?? (kind ? words(kind.title) : '');
      };
      switch (judgement.code) {
        case 'saturated':
          return t('spread.saturated', { percent: percent(judgement.share) });
        case 'dead':
          return t('spread.dead', { count: judgement.dead, units: judgement.units });
        case 'exploding': {
          const times = Number(judgement.share.toPrecision(2)).toLocaleString('en-US');
          return t('spread.exploding', { times, against: nameOf(judgement.against) });
        }
        case 'vanishing': {
          const { share, squashes, bound, against } = judgement;
          const left = t('spread.vanishing', { percent: percent(share), against: nameOf(against) });
          if (squashes === 0) return left;
          return `${left} ${t('spread.slopes', { count: squashes, bound: percent(bound) })}`;
        }
      }
    },
    [t, words, documents, catalogue],
  );
}
