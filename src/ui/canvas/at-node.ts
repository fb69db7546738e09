import type { Compilation } from '../../compiler/compile.ts';
import type { Network } from '../../compiler/ir.ts';
import type { Problem } from '../../compiler/problem.ts';

const problems = new WeakMap<Compilation['problems'], ReadonlyMap<string, Problem>>();
const computed = new WeakMap<Network, ReadonlySet<string>>();

/** The first problem at a node. */
export function problemAt(id: string, { problems: all }: Compilation): Problem | undefined {
  let known = problems.get(all);
  if (!known) {
    // The first of several is the one that stays.
    known = new Map(
      all.flatMap((each) => ('node' in each.at ? [[each.at.node, each] as const] : [])).reverse(),
    );
    problems.set(all, known);
  }
  return known.get(id);
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
