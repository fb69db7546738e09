import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { optimizerTypes } from '../../document/training-schema.ts';
import { useWords } from '../../i18n/use-words.ts';
import { type Setting, startTypes } from '../../state/seeds/settings.ts';
import { useDocument, useStores } from '../../state/stores.ts';
import { formatCount } from '../../ui/kit/format.ts';

/** What settings and their values are called in the language on screen. */
export function useSettingWords() {
  const { t } = useTranslation();
  const words = useWords();
  const { layers } = useStores().catalogue;
  const nodes = useDocument(({ document }) => document.graph.nodes);
  return useMemo(() => {
    function name({ name: known }: Setting): string {
      if (known.of === 'training') return t(`train.${known.text}`);
      if (known.of === 'starts') return t('seeds.starts');
      const { kind = '', name: own } = nodes[known.node] ?? {};
      const node = own ?? words(layers.get(kind)?.title ?? kind);
      return t('seeds.ofNode', { node: `${node} (${known.node})`, title: words(known.title) });
    }
    function value({ values, name: known }: Setting, given: number | string): string {
      switch (values.type) {
        case 'numbers':
          return values.whole ? formatCount(Number(given)) : String(given).replaceAll('-', '−');
        case 'optimizers': {
          const type = optimizerTypes.find((each) => each === given);
          return type ? t(`train.optimizers.${type}`) : String(given);
        }
        case 'starts': {
          const type = startTypes.find((each) => each === given);
          if (!type) return String(given);
          if (known.of !== 'starts') {
            return type === 'normal' ? 'N(0, 1)' : t(`inspector.initialiser.${type}`);
          }
          if (type === 'normal') return t('seeds.startNormal');
          return t('seeds.startBiases', { start: t(`inspector.initialiser.${type}`) });
        }
        case 'switch':
          return t(given === 'on' ? 'seeds.on' : 'seeds.off');
        case 'choices':
          return words(values.titles[given] ?? String(given));
      }
    }
    return { name, value };
  }, [t, words, layers, nodes]);
}
