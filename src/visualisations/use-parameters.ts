import { useMemo } from 'react';
import { placeName, sizeOf } from '../core/shape.ts';
import { useWords } from '../i18n/use-words.ts';
import { useCompilation, useDocument, useStores } from '../state/stores.ts';

/** One number of the network on screen that training changes, and what it is called. */
export interface NamedParameter {
  readonly key: string;
  readonly title: string;
  readonly node: string;
  readonly tensor: number;
  readonly index: number;
}

/** More of them than this are not listed. */
const MOST = 400;

/** The numbers of the network that training changes, layer by layer, at most a few hundred. */
export function useParameters(): readonly NamedParameter[] {
  const words = useWords();
  const { catalogue } = useStores();
  const nodes = useCompilation(({ ir }) => ir?.nodes);
  const named = useDocument(({ document }) => document.graph.nodes);
  return useMemo(() => {
    const learning = (nodes ?? []).filter(({ weights }) => weights.some((w) => w.trainable));
    return learning
      .flatMap(({ id, kind, weights }) => {
        const title = named[id]?.name ?? words(catalogue.layers.get(kind)?.title ?? kind);
        const layer = learning.length > 1 ? `${title} (${id}) · ` : '';
        return weights.flatMap((weight, tensor) => {
          if (!weight.trainable) return [];
          const size = Math.min(MOST, sizeOf(weight.shape));
          return Array.from({ length: size }, (_, index) => {
            const place = size === 1 ? '' : placeName(weight.shape, index);
            const name =
              weight.name === 'kernel' ? 'W' : weight.name === 'bias' ? 'b' : weight.name;
            return {
              key: `${id} ${tensor} ${index}`,
              title: `${layer}${name}${place}`,
              node: id,
              tensor,
              index,
            };
          });
        });
      })
      .slice(0, MOST);
  }, [nodes, named, words, catalogue]);
}
