import { arityOf } from '../../compiler/check.ts';
import type { Catalogue } from '../../compiler/resolve.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { withTwins } from '../../document/block-queries.ts';
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
  document: Pick<GraphDocument, 'graph' | 'blocks'>,
  taken: ReadonlySet<string>,
  catalogue: Catalogue,
  kind: LayerKind,
  place: KindPlace,
  at: Placement,
): Result<Addition, Refusal> {
  const { graph } = document;
  if (place.type === 'swap') return planSwap(document, catalogue, kind, place.node);
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
 * Another kind in a node's place, and in those of its twins. Wires stay where the kind takes them, those beyond
 * its number of inputs are cut; parameters that both kinds have stay where the new one allows their values.
 */
function planSwap(
  document: Pick<GraphDocument, 'graph' | 'blocks'>,
  catalogue: Catalogue,
  kind: LayerKind,
  id: string,
): Result<Addition, Refusal> {
  const { graph } = document;
  const old = Object.hasOwn(graph.nodes, id) ? graph.nodes[id] : undefined;
  if (!old) return err({ code: 'unknown', from: id, to: kind.title, max: 0 });
  const node = { ...old, kind: kind.kind, params: sharedParams(old.params, kind) };
  const { name: _own, ...plain } = node;
  const places = withTwins(document, id);
  const { max } = arityOf(kind);
  const surplus = max === 0 ? [] : places.flatMap((each) => wiresInto(graph, each).slice(max));
  const swapped: Graph = {
    nodes: { ...graph.nodes, ...Object.fromEntries(places.map((each) => [each, plain])) },
    wires: graph.wires.filter((wire) => !surplus.includes(wire)),
  };
  for (const each of places) {
    const refusal = refusalAt(swapped, catalogue, kind, each);
    if (refusal) return err(refusal);
  }
  const commands: Command[] = [{ type: 'replace', id, node }];
  const cut = surplus.map((wire) => wire.id);
  if (cut.length > 0) commands.push({ type: 'disconnect', wires: cut });
  return ok({ id, commands });
}

/** Why the wires of a node cannot be those of its kind, if they cannot; those to kinds that are not known stay unjudged. */
function refusalAt(
  graph: Graph,
  catalogue: Catalogue,
  kind: LayerKind,
  id: string,
): Refusal | undefined {
  const isKnown = (other: string): boolean => catalogue.layers.has(graph.nodes[other]?.kind ?? '');
  let trial: Graph = {
    ...graph,
    wires: graph.wires.filter(({ from, to }) => from !== id && to !== id),
  };
  for (const wire of [...wiresInto(graph, id), ...wiresFrom(graph, id)]) {
    if (isKnown(wire.from === id ? wire.to : wire.from)) {
      const plan = planConnection(trial, catalogue, wire.from, wire.to);
      if (!plan.ok) return plan.error;
    } else {
      const code = endingOf(kind, wire.to === id);
      if (code) return { code, from: kind.title, to: kind.title, max: arityOf(kind).max };
    }
    trial = { ...trial, wires: [...trial.wires, wire] };
  }
  return undefined;
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
