import { useCallback, useRef } from 'react';
import { displayName } from '../../../compiler/told-apart.ts';
import type { Graph } from '../../../document/schema.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { useDocument, useStores } from '../../../state/stores.ts';

/** Names nodes as the canvas does, in the language on screen: the same function for as long as all are called the same. */
export function useDisplayName(): (id: string) => string {
  const words = useWords();
  const { catalogue } = useStores();
  const last = useRef<Graph>(undefined);
  const graph = useDocument(({ document: { graph: now } }) => {
    if (!last.current || !areNamedAlike(last.current, now)) last.current = now;
    return last.current;
  });
  return useCallback((id) => words(displayName(graph, id, catalogue)), [words, graph, catalogue]);
}

function areNamedAlike({ nodes: before }: Graph, { nodes: now }: Graph): boolean {
  if (before === now) return true;
  const ids = Object.keys(now);
  return (
    ids.length === Object.keys(before).length &&
    ids.every((id) => before[id]?.kind === now[id]?.kind && before[id]?.name === now[id]?.name)
  );
}
