import type { Net } from './parts.ts';

/** Nodes in columns: every wire leads to a later one. Wires that close a circle are left out. */
export interface Ranked {
  readonly rank: ReadonlyMap<string, number>;
  readonly wires: Net['wires'];
}

/**
 * The column of every node: as early as its inputs allow. A way that nothing else feeds, such as a
 * second source, stands as late as it can, close to what it leads to.
 */
export function rankNodes(net: Net): Ranked {
  const wires = withoutCircles(net);
  const into = group(wires, 'to', 'from');
  const outOf = group(wires, 'from', 'to');
  const order = sortTopologically(net.ids, into, outOf);
  const rank = new Map<string, number>();
  for (const id of order) {
    rank.set(id, Math.max(-1, ...(into.get(id) ?? []).map((from) => rank.get(from) ?? 0)) + 1);
  }
  const free = new Set<string>();
  for (const id of order) {
    const [before, ...others] = into.get(id) ?? [];
    const alone = before === undefined || (free.has(before) && outOf.get(before)?.length === 1);
    if (alone && others.length === 0) free.add(id);
  }
  for (const id of order.toReversed()) {
    const after = (outOf.get(id) ?? []).map((to) => rank.get(to) ?? 0);
    if (free.has(id) && after.length > 0) rank.set(id, Math.min(...after) - 1);
  }
  const first = Math.min(...rank.values());
  for (const [id, at] of rank) rank.set(id, at - first);
  return { rank, wires };
}

/** Ids that each id is joined to, in the order of the wires. */
export function group(
  wires: Net['wires'],
  here: 'from' | 'to',
  there: 'from' | 'to',
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const wire of wires) {
    const list = groups.get(wire[here]);
    if (list) list.push(wire[there]);
    else groups.set(wire[here], [wire[there]]);
  }
  return groups;
}

function withoutCircles({ ids, wires }: Net): Net['wires'] {
  const outOf = new Map<string, Net['wires'][number][]>();
  for (const wire of wires) outOf.set(wire.from, [...(outOf.get(wire.from) ?? []), wire]);
  const state = new Map<string, 'open' | 'done'>();
  const closing = new Set<Net['wires'][number]>();
  for (const start of ids) {
    if (state.has(start)) continue;
    const way = [{ id: start, next: 0 }];
    state.set(start, 'open');
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const wire = outOf.get(here.id)?.[here.next++];
      if (!wire) {
        state.set(here.id, 'done');
        way.pop();
      } else if (state.get(wire.to) === 'open') closing.add(wire);
      else if (!state.has(wire.to)) {
        state.set(wire.to, 'open');
        way.push({ id: wire.to, next: 0 });
      }
    }
  }
  return wires.filter((wire) => !closing.has(wire));
}

function sortTopologically(
  ids: readonly string[],
  into: ReadonlyMap<string, readonly string[]>,
  outOf: ReadonlyMap<string, readonly string[]>,
): string[] {
  const missing = new Map(ids.map((id) => [id, into.get(id)?.length ?? 0]));
  const order = ids.filter((id) => missing.get(id) === 0);
  for (const id of order) {
    for (const to of outOf.get(id) ?? []) {
      const left = (missing.get(to) ?? 0) - 1;
      missing.set(to, left);
      if (left === 0) order.push(to);
    }
  }
  return order;
}
