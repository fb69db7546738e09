import type { Command } from '../../document/commands.ts';
import { freeId } from '../../document/queries.ts';
import { ASSET_MISSING } from '../../engine/data/data.ts';
import type { Stores } from '../../state/stores.ts';

/** Puts data that were brought along into the graph: into its source, or as one. Undo takes it back. */
export function putSource(
  { documents, catalogue, runs }: Stores,
  param: string,
  params: Readonly<Record<string, unknown>>,
): void {
  const { document, dispatch, usedIds } = documents.getState();
  const source = Object.entries(document.graph.nodes).find(
    ([, node]) => catalogue.layers.get(node.kind)?.role === 'source',
  );
  const kind = [...catalogue.layers.values()].find(
    (each) => each.role === 'source' && param in each.params.shape,
  );
  if (!kind) return;
  const change: Command = !source
    ? {
        type: 'addNode',
        id: freeId(usedIds, kind.kind),
        node: { kind: kind.kind, params },
        at: { x: 0, y: 0 },
      }
    : source[1].kind === kind.kind
      ? { type: 'setParams', id: source[0], params }
      : { type: 'replace', id: source[0], node: { kind: kind.kind, params } };
  dispatch([change]);
  // The very data that were missing leave the graph as it was.
  if (runs.getState().trouble?.startsWith(ASSET_MISSING)) runs.getState().retry();
}
