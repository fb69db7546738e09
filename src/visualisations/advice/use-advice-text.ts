import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../compiler/resolve.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Change, Figure, Figures, Finding } from '../../state/advice/advice.ts';
import { useStores } from '../../state/stores.ts';
import { formatCount, formatFigure, formatShare } from '../../ui/kit/format.ts';

/** A finding in words. */
export interface AdviceText {
  readonly title: string;
  readonly text: string;
}

/** Puts findings and changes into words of the language on screen, nodes named as on the canvas. */
export function useAdviceText(): {
  readonly tell: (finding: Finding) => AdviceText;
  readonly nameChange: (change: Change) => string;
} {
  const { t } = useTranslation();
  const words = useWords();
  const { documents, catalogue } = useStores();
  const written = useCallback(
    (figures: Figures): Record<string, string | number> => {
      const { nodes } = documents.getState().document.graph;
      const called = (id: string): string => {
        const node = nodes[id];
        const kind = node && catalogue.layers.get(node.kind);
        return kind ? `${words(nameOf(node, kind))} (${id})` : id;
      };
      return Object.fromEntries(
        Object.entries(figures).map(([key, figure]) => [key, write(figure, called)]),
      );
    },
    [documents, catalogue, words],
  );
  const tell = useCallback(
    ({ id, words: evidence, figures }: Finding): AdviceText => {
      const values = written(figures);
      return {
        title: t(`advice.titles.${evidence ?? id}`, values),
        text:
          id === 'stuck' && values['low'] === values['high']
            ? t('advice.texts.still', values)
            : t(`advice.texts.${evidence ?? id}`, values),
      };
    },
    [t, written],
  );
  const nameChange = useCallback(
    ({ code, figures }: Change): string => t(`advice.changes.${code}`, written(figures)),
    [t, written],
  );
  return { tell, nameChange };
}

function write({ as, value }: Figure, called: (id: string) => string): string {
  if (typeof value === 'string') return as === 'node' ? called(value) : value;
  switch (as) {
    case 'count':
      return formatCount(value);
    case 'share':
      return formatShare(value);
    case 'rate':
      // As it stands in the field.
      return String(value);
    default:
      return formatFigure(value);
  }
}
