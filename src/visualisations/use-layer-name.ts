import { useCallback } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { useDocument, useStores } from '../state/stores.ts';

/** What a layer is called: by the person, or by its kind and its id. */
export function useLayerName(): (id: string) => string {
  const words = useWords();
  const { catalogue } = useStores();
  const nodes = useDocument(({ document }) => document.graph.nodes);
  return useCallback(
    (id) => {
      const node = nodes[id];
      const kind = catalogue.layers.get(node?.kind ?? '');
      return node?.name ?? (kind ? `${words(kind.title)} (${id})` : id);
    },
    [nodes, words, catalogue],
  );
}
