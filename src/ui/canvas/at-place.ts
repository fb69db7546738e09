import type { Compilation } from '../../compiler/compile.ts';
import type { Network } from '../../compiler/ir.ts';
import type { Problem } from '../../compiler/problem.ts';

interface ByPlace {
  readonly nodes: ReadonlyMap<string, Problem>;
  readonly wires: ReadonlyMap<string, Problem>;
}

const problems = new WeakMap<Compilation['problems'], ByPlace>();
const computed = new WeakMap<Network, ReadonlySet<string>>();

/** The first problem at a node. */
export const problemAt = (id: string, known: Compilation): Problem | undefined =>
  byPlace(known).nodes.get(id);

/** The first problem at a wire. */
export const wireProblemAt = (id: string, known: Compilation): Problem | undefined =>
  byPlace(known).wires.get(id);

function byPlace({ problems: all }: Compilation): ByPlace {
  const known = problems.get(all);
  if (known) return known;
  const nodes = new Map<string, Problem>();
  const wires = new Map<string, Problem>();
  for (const problem of all) {
    const { at } = problem;
    // The first of several is the one that stays.
    if ('node' in at && !nodes.has(at.node)) nodes.set(at.node, problem);
    if ('wire' in at && !wires.has(at.wire)) wires.set(at.wire, problem);
  }
  const sorted = { nodes, wires };
  problems.set(all, sorted);
  return sorted;
}

/** Whether a node is part of what can be computed. */
export function isComputed(id: string, { network }: Compilation): boolean {
  if (!network) return false;
  let known = computed.get(network);
  if (!known) {
    known = new Set([network.source.id, ...network.nodes.map((node) => node.id)]);
    computed.set(network, known);
  }
  return known.has(id);
}
