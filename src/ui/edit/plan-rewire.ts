import type { Catalogue } from '../../compiler/resolve.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Command } from '../../document/commands.ts';
import type { Graph } from '../../document/schema.ts';
import { planConnection, type Refusal } from './plan-connection.ts';

/** A graph without one of its wires. */
export const withoutWire = (graph: Graph, id: string): Graph => ({
  ...graph,
  wires: graph.wires.filter((wire) => wire.id !== id),
});

/**
 * The commands that plug an end of a wire into another node, or why it cannot be. The wire keeps its place in
 * a join's order; plugged in where it was, nothing changes.
 */
export function planRewire(
  graph: Graph,
  catalogue: Catalogue,
  id: string,
  from: string,
  to: string,
): Result<readonly Command[], Refusal> {
  const wire = graph.wires.find((each) => each.id === id);
  if (wire?.from === from && wire.to === to) return ok([]);
  const plan = planConnection(withoutWire(graph, id), catalogue, from, to);
  if (!plan.ok) return plan;
  return ok(
    plan.value.map((command) =>
      command.type === 'connect' ? { type: 'rewire', wire: id, from, to } : command,
    ),
  );
}
