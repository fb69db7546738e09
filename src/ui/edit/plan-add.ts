import type { Catalogue } from '../../compiler/resolve.ts';
import type { Command } from '../../document/commands.ts';
import { freeId, wiresFrom } from '../../document/queries.ts';
import type { Graph, GraphDocument, Position } from '../../document/schema.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import type { DropSpot } from '../../state/view-store.ts';
import { canBeJoined, planConnection } from './plan-connection.ts';

/** The commands that add a node, and its id. */
export interface Addition {
  readonly id: string;
  readonly commands: readonly Command[];
}

/** Whether a kind can stand in the middle of a wire of this graph; without a wire, it cannot. */
export function fitsOnWire(
  kind: LayerKind | undefined,
  id: string | undefined,
  graph: Graph,
  catalogue: Catalogue,
): boolean {
  const wire = graph.wires.find((each) => each.id === id);
  const before = wire && catalogue.layers.get(graph.nodes[wire.from]?.kind ?? '');
  if (!kind || !before || !canBeJoined(kind, before)) return false;
  return (kind.role === 'compute' || kind.role === 'calculation') && kind.arity.min === 1;
}

/** Adds a node at a point, wired to what is near, or into a wire that it fits on. `taken`: ids it may not have. */
export function planDrop(
  taken: ReadonlySet<string>,
  kind: LayerKind,
  at: Position,
  wire: string | undefined,
  near: Pick<DropSpot, 'before' | 'after'> = {},
): Addition {
  const id = freeId(taken, kind.kind);
  const node = { kind: kind.kind, params: {} };
  if (wire !== undefined) return { id, commands: [{ type: 'insertOnWire', wire, id, node }] };
  const commands: Command[] = [{ type: 'addNode', id, node, at: { x: at.x, y: at.y } }];
  if (near.before !== undefined) commands.push({ type: 'connect', from: near.before, to: id });
  if (near.after !== undefined) commands.push({ type: 'connect', from: id, to: near.after });
  return { id, commands };
}

/**
 * Adds a node after the selected one, wired: in the middle of the one wire that leaves it, else at
 * its right. Without a selection it stands free, right of everything.
 */
export function planAddAfter(
  document: GraphDocument,
  taken: ReadonlySet<string>,
  catalogue: Catalogue,
  kind: LayerKind,
  selected: string | undefined,
  empty: Position,
): Addition {
  const { graph } = document;
  const id = freeId(taken, kind.kind);
  const node = { kind: kind.kind, params: {} };
  const anchor = selected ?? rightmost(document);
  if (anchor === undefined || !Object.hasOwn(graph.nodes, anchor)) {
    return { id, commands: [{ type: 'addNode', id, node, at: empty }] };
  }
  const [wire, ...others] = wiresFrom(graph, anchor);
  if (
    selected !== undefined &&
    wire &&
    others.length === 0 &&
    fitsOnWire(kind, wire.id, graph, catalogue)
  ) {
    return { id, commands: [{ type: 'insertOnWire', wire: wire.id, id, node }] };
  }
  const add: Command = { type: 'addNode', id, node, at: { rightOf: anchor } };
  if (selected === undefined) return { id, commands: [add] };
  const grown: Graph = { ...graph, nodes: { ...graph.nodes, [id]: node } };
  const connection = planConnection(grown, catalogue, selected, id);
  return { id, commands: [add, ...(connection.ok ? connection.value : [])] };
}

function rightmost({ graph, layout }: GraphDocument): string | undefined {
  const ids = Object.keys(graph.nodes);
  return ids.reduce<string | undefined>(
    (best, id) => (best === undefined || (layout[id]?.x ?? 0) > (layout[best]?.x ?? 0) ? id : best),
    undefined,
  );
}
