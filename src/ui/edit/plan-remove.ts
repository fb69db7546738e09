import type { Catalogue } from '../../compiler/resolve.ts';
import { applyCommand, applyCommands, type Command } from '../../document/commands.ts';
import { wiresInto } from '../../document/queries.ts';
import type { Graph, GraphDocument, Wire } from '../../document/schema.ts';
import type { Selection } from '../../state/view-store.ts';
import { planConnection } from './plan-connection.ts';

/**
 * The commands that remove what is selected. What a removed layer stood between is joined where a wire can
 * be: A → B → C without B is A → C. `heal` false leaves the ends open.
 */
export function planRemove(
  document: GraphDocument,
  catalogue: Catalogue,
  { nodes, wires, notes = [] }: Selection,
  heal = true,
): readonly Command[] {
  const gone = new Set(nodes.filter((id) => Object.hasOwn(document.graph.nodes, id)));
  // A wire of a removed node goes anyway: that it is selected, too, says nothing about its ends.
  const cut = document.graph.wires.filter(
    ({ id, from, to }) => wires.includes(id) && !gone.has(from) && !gone.has(to),
  );
  const commands: Command[] =
    cut.length > 0 ? [{ type: 'disconnect', wires: cut.map(({ id }) => id) }] : [];
  if (gone.size > 0) {
    const left = applyCommands(document, commands);
    if (heal) commands.push(...planBridges(left, catalogue, gone));
    commands.push({ type: 'remove', nodes: [...gone] });
  }
  if (notes.length > 0) commands.push({ type: 'removeNotes', ids: notes });
  return commands;
}

/** Wires over the gap that removed nodes leave; each is drawn in the place of the wire that it follows. */
function planBridges(
  document: GraphDocument,
  catalogue: Catalogue,
  gone: ReadonlySet<string>,
): Command[] {
  let now = applyCommand(document, { type: 'remove', nodes: [...gone] });
  return document.graph.wires.flatMap((wire) => {
    if (!gone.has(wire.from) || gone.has(wire.to)) return [];
    const bridges = bridgesFor(wire, document.graph, now.graph, catalogue, gone);
    now = applyCommands(
      now,
      bridges.map((from) => ({ type: 'connect', from, to: wire.to })),
    );
    const [first, ...others] = bridges;
    if (first === undefined) return [];
    // Each comes right behind the first, and so before those that came there.
    const further = others
      .toReversed()
      .map((from): Command => ({ type: 'connect', from, to: wire.to, behind: wire.id }));
    return [{ type: 'rewire', wire: wire.id, from: first, to: wire.to }, ...further];
  });
}

/** What a wire out of the gap can come from instead: all that fed the gap there, or nothing. */
function bridgesFor(
  wire: Wire,
  before: Graph,
  now: Graph,
  catalogue: Catalogue,
  gone: ReadonlySet<string>,
): readonly string[] {
  const starts = startsOf(before, wire.from, gone).filter(
    (from) => !now.wires.some((other) => other.from === from && other.to === wire.to),
  );
  let trial = now;
  for (const from of starts) {
    const plan = planConnection(trial, catalogue, from, wire.to);
    // One that costs another wire is no mend.
    if (!plan.ok || plan.value.length > 1) return [];
    trial = { ...trial, wires: [...trial.wires, { id: `bridge ${from}`, from, to: wire.to }] };
  }
  return starts;
}

/** The nodes that stay and whose signal reached a removed node through removed nodes only, in order. */
function startsOf(graph: Graph, node: string, gone: ReadonlySet<string>): readonly string[] {
  const starts = new Set<string>();
  const seen = new Set([node]);
  const queue = [node];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const { from } of wiresInto(graph, id)) {
      if (!gone.has(from)) starts.add(from);
      else if (!seen.has(from)) {
        seen.add(from);
        queue.push(from);
      }
    }
  }
  return [...starts];
}
