import type { Graph } from './schema.ts';

/**
 * Ids of all nodes as one reads them along the wires: a node comes after all that feed it, and a branch
 * is read to its end before the next begins. Nodes of a circle, which has no first, come last.
 */
export function wireOrder({ nodes, wires }: Graph): readonly string[] {
  const following = new Map<string, string[]>(Object.keys(nodes).map((id) => [id, []]));
  const waiting = new Map<string, number>(Object.keys(nodes).map((id) => [id, 0]));
  for (const { from, to } of wires) {
    following.get(from)?.push(to);
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
  }
  const starts = [...waiting].filter(([, left]) => left === 0).map(([id]) => id);
  const isLoose = (id: string): boolean => following.get(id)?.length === 0;
  // What is wired comes before what lies about.
  const open = [...starts.filter((id) => !isLoose(id)), ...starts.filter(isLoose)];
  open.reverse();
  const order: string[] = [];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    order.push(id);
    for (const next of [...(following.get(id) ?? [])].reverse()) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) open.push(next);
    }
  }
  const read = new Set(order);
  return [...order, ...Object.keys(nodes).filter((id) => !read.has(id))];
}
