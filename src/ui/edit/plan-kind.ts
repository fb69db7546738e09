import { arityOf } from '../../compiler/check.ts';
import type { Catalogue } from '../../compiler/resolve.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Command } from '../../document/commands.ts';
import type { Placement } from '../../document/placement.ts';
import { freeId, wiresFrom, wiresInto } from '../../document/queries.ts';
import type { Graph, GraphDocument } from '../../document/schema.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import type { KindPlace } from '../../state/view-store.ts';
import type { Addition } from './plan-add.ts';
import { planConnection, type Refusal } from './plan-connection.ts';
import { withoutWire } from './plan-rewire.ts';

/** The commands that put a kind where a wire was dropped, on a wire, or in a node's place; or why not. */
export function planKind(
  { graph }: Pick<GraphDocument, 'graph'>,
  taken: ReadonlySet<string>,
  catalogue: Catalogue,
  kind: LayerKind,
  place: KindPlace,
  at: Placement,
): Result<Addition, Refusal> {
  if (place.type === 'swap') return planSwap(graph, catalogue, kind, place.node);
  const id = freeId(taken, kind.kind);
  const node = { kind: kind.kind, params: {} };
  if (place.type === 'wire') {
    const wire = graph.wires.find((each) => each.id === place.wire);
    const loose = withoutWire(graph, place.wire);
    const grown: Graph = { ...loose, nodes: { ...graph.nodes, [id]: node } };
    const first = planConnection(grown, catalogue, wire?.from ?? '', id);
    if (!first.ok) return first;
    const second = planConnection(grown, catalogue, id, wire?.to ?? '');
    if (!second.ok) return second;
    return ok({ id, commands: [{ type: 'insertOnWire', wire: place.wire, id, node }] });
  }
  const grown: Graph = { ...graph, nodes: { ...graph.nodes, [id]: node } };
  const ends = place.type === 'after' ? ([place.node, id] as const) : ([id, place.node] as const);
  const plan = planConnection(grown, catalogue, ...ends);
  if (!plan.ok) return plan;
  return ok({ id, commands: [{ type: 'addNode', id, node, at }, ...plan.value] });
}

/**
 * Another kind in a node's place. Wires stay where the kind takes them, those beyond its number of inputs are
 * cut, those to kinds that are not known stay unjudged; parameters that both kinds have stay where the new one allows their values.
 */
function planSwap(
  graph: Graph,
  catalogue: Catalogue,
  kind: LayerKind,
  id: string,
): Result<Addition, Refusal> {
  const old = Object.hasOwn(graph.nodes, id) ? graph.nodes[id] : undefined;
  if (!old) return err({ code: 'unknown', from: id, to: kind.title, max: 0 });
  const node = { ...old, kind: kind.kind, params: sharedParams(old.params, kind) };
  const incoming = wiresInto(graph, id);
  const outgoing = wiresFrom(graph, id);
  const { max } = arityOf(kind);
  const cut = max === 0 ? [] : incoming.slice(max).map((wire) => wire.id);
  const isKnown = (other: string): boolean => catalogue.layers.has(graph.nodes[other]?.kind ?? '');
  const { name: _own, ...plain } = node;
  let trial: Graph = {
    nodes: { ...graph.nodes, [id]: plain },
    wires: graph.wires.filter(({ from, to }) => from !== id && to !== id),
  };
  for (const wire of [...incoming, ...outgoing]) {
    if (cut.includes(wire.id)) continue;
    if (!isKnown(wire.from === id ? wire.to : wire.from)) {
      const code = endingOf(kind, wire.to === id);
      if (code) return err({ code, from: kind.title, to: kind.title, max });
      trial = { ...trial, wires: [...trial.wires, wire] };
      continue;
    }
    const plan = planConnection(trial, catalogue, wire.from, wire.to);
    if (!plan.ok) return plan;
    trial = { ...trial, wires: [...trial.wires, wire] };
  }
  const commands: Command[] = [{ type: 'replace', id, node }];
  if (cut.length > 0) commands.push({ type: 'disconnect', wires: cut });
  return ok({ id, commands });
}

/** Why a kind takes no wire into it, or gives none, whatever is at the other end. */
function endingOf(kind: LayerKind, incoming: boolean): Refusal['code'] | undefined {
  if (!incoming) return kind.role === 'objective' ? 'loss' : undefined;
  if (kind.role === 'source') return 'source';
  return arityOf(kind).max === 0 ? 'given' : undefined;
}

/** Those of a node's parameters that another kind has, too, and takes as they are. */
function sharedParams(
  params: Readonly<Record<string, unknown>>,
  { params: schema }: LayerKind,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).filter(
      ([name, value]) =>
        Object.hasOwn(schema.shape, name) && schema.safeParse({ [name]: value }).success,
    ),
  );
}
