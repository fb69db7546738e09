import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName, toldApart } from '../../../compiler/told-apart.ts';
import { wiresFrom, wiresInto } from '../../../document/queries.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { useCompilation, useDocument, useStores } from '../../../state/stores.ts';
import { spokenShape } from './spoken-shape.ts';

/** A node in words: `what` it is and gives on, and its `place` in the network. */
export function useNodeSpeech(id: string): {
  readonly name: string;
  readonly what: string;
  readonly place: string;
} {
  const { t } = useTranslation();
  const words = useWords();
  const { catalogue } = useStores();
  const graph = useDocument(({ document }) => document.graph);
  const nameOf = useCallback(
    (other: string) => words(toldApart(graph, other, catalogue)),
    [words, graph, catalogue],
  );
  const node = Object.hasOwn(graph.nodes, id) ? graph.nodes[id] : undefined;
  const kind = catalogue.layers.get(node?.kind ?? '');
  const shape = useCompilation((compilation) => spokenShape(id, kind, compilation));
  const face = useMemo(() => {
    const params = kind?.params.safeParse(node?.params ?? {}).data;
    return kind && params ? kind.face(params) : undefined;
  }, [kind, node]);
  const name = nameOf(id);
  const kindName = kind ? words(kind.title) : t('canvas.unknownKind');
  const [from, to] = useMemo(
    () => [
      wiresInto(graph, id).map((wire) => nameOf(wire.from)),
      wiresFrom(graph, id).map((wire) => nameOf(wire.to)),
    ],
    [graph, id, nameOf],
  );
  const what = [
    name,
    ...(kindName === words(displayName(graph, id, catalogue)) ? [] : [kindName]),
    ...(face && kind?.role !== 'objective' ? [words(face)] : []),
  ].join(', ');
  const gives =
    kind?.role === 'objective'
      ? ''
      : shape === undefined
        ? t('outline.noShape')
        : t('outline.shape', { shape });
  const feeds = from.length > 0 ? t('outline.from', { names: from.join(', ') }) : '';
  const fed = to.length > 0 ? t('outline.to', { names: to.join(', ') }) : '';
  const loose = from.length + to.length === 0 ? t('outline.loose') : '';
  return { name, what, place: [gives, feeds, fed, loose].filter(Boolean).join(' ') };
}
