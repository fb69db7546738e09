import { useMemo, useState } from 'react';
import { isTrainable } from '../../compiler/ir.ts';
import { nameOf } from '../../compiler/resolve.ts';
import type { Reading } from '../../core/reading.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useCompilation, useDocument, useStores, useView } from '../../state/stores.ts';
import { usePicture } from '../use-picture.ts';
import type { LayerMapsPicture, LayerMapsRequest } from './probe.ts';

/** The layer that is looked into: what it is called, how it reads, and its picture when it has come. */
export function useLayer(id: string) {
  const [unit, setUnit] = useState<number>();
  const words = useWords();
  const { layers } = useStores().catalogue;
  const network = useCompilation((compilation) => compilation.network);
  const graph = useDocument(({ document }) => document.graph);
  const sample = useView((view) => view.sample);
  const readingOf = useMemo(
    () =>
      (kind: string, params: Readonly<Record<string, unknown>>): Reading | undefined => {
        const found = layers.get(kind);
        return found?.role === 'compute' ? found.reading?.(params) : undefined;
      },
    [layers],
  );
  const node = network?.nodes.find((each) => each.id === id);
  // An activation right behind a layer belongs to it, if nothing else reads the layer.
  const readers = network?.nodes.filter((each) => each.inputs.includes(id)) ?? [];
  const [next] = readers;
  const follows =
    readers.length === 1 && next?.inputs.length === 1 && next.weights.length === 0
      ? readingOf(next.kind, next.params)?.how === 'each'
      : false;
  const after = follows ? next?.id : undefined;
  const request = useMemo<LayerMapsRequest>(
    () => ({ sample, node: id, unit: unit ?? 0, after }),
    [sample, id, unit, after],
  );
  const picture = usePicture<LayerMapsPicture>('layer-maps', request);
  const titleOf = (which: string): string => {
    const found = Object.hasOwn(graph.nodes, which) ? graph.nodes[which] : undefined;
    const kind = found && layers.get(found.kind);
    return found && kind ? words(nameOf(found, kind)) : which;
  };
  return {
    network,
    node,
    /** Whether its outputs are those of the network, one a class. */
    isOutput: network !== undefined && isTrainable(network) && network.output === id,
    reading: node && readingOf(node.kind, node.params),
    readingOf,
    after,
    unit,
    setUnit,
    titleOf,
    // The picture of the layer before stays until the new one has come.
    picture: picture?.node === id ? picture : undefined,
  };
}
