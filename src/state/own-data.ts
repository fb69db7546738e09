import { type Catalogue, nameOf } from '../compiler/resolve.ts';
import type { Words } from '../core/words.ts';
import { noOptions } from '../datasets/define-dataset.ts';
import { STORED } from '../datasets/own-images.ts';
import type { GraphDocument } from '../document/schema.ts';

/** Samples that a person made or brought, at one source. */
interface OwnData {
  readonly node: string;
  readonly name: Words;
  /** The parameter that holds them; missing where they are kept in the browser, and cannot travel. */
  readonly param: string | undefined;
}

/** What of a document's samples is the person's own. */
export function findOwnData({ graph }: GraphDocument, catalogue: Catalogue): OwnData[] {
  return Object.entries(graph.nodes).flatMap(([id, node]): OwnData[] => {
    const kind = catalogue.layers.get(node.kind);
    if (kind?.role !== 'source') return [];
    const params = kind.params.safeParse(node.params).data;
    const dataset = params && catalogue.datasets.get(kind.dataset(params) ?? '');
    if (!dataset) return [];
    const options = { ...noOptions, ...params };
    if (dataset.rows(options) === 0) return [];
    const title = options.table?.title || options.stored?.title;
    const name = title ? { en: title, ko: title } : nameOf(node, kind);
    const isKept = dataset.asset?.(options)?.startsWith(STORED) ?? false;
    if (isKept) return [{ node: id, name, param: undefined }];
    return dataset.holds ? [{ node: id, name, param: dataset.holds }] : [];
  });
}

/** The document without the samples that its sources hold. */
export function withoutOwnData(document: GraphDocument, own: readonly OwnData[]): GraphDocument {
  const nodes = { ...document.graph.nodes };
  for (const { node: id, param } of own) {
    const node = nodes[id];
    if (!node || param === undefined) continue;
    const { [param]: _left, ...params } = node.params;
    nodes[id] = { ...node, params };
  }
  return { ...document, graph: { ...document.graph, nodes } };
}
