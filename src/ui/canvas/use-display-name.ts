import { useCallback } from 'react';
import { displayName } from '../../compiler/told-apart.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useDocument, useStores } from '../../state/stores.ts';

/** Names nodes as the canvas does, in the language on screen. */
export function useDisplayName(): (id: string) => string {
  const words = useWords();
  const { catalogue } = useStores();
  const graph = useDocument(({ document }) => document.graph);
  return useCallback((id) => words(displayName(graph, id, catalogue)), [words, graph, catalogue]);
}
