import { groupBy } from '../core/group-by.ts';
import type { Graph, Wire } from '../document/schema.ts';
import type { LayerKind } from '../layers/define-layer.ts';
import { withLoss, withSource } from './mends.ts';
import { type Finding, finding, fix, type ProblemCode } from './problem.ts';
import type { Catalogue, Resolution, ResolvedNode } from './resolve.ts';

/** The graph's order and ends, as far as they could be found. */
export interface Structure {
  /** Nodes that no cycle holds back; inputs come before their readers. */
  readonly order: readonly string[];
  /** Wires into each node, in the order a join reads them. */
  readonly incoming: ReadonlyMap<string, readonly Wire[]>;
  readonly source: string | undefined;
  readonly loss: string | undefined;
  /** Whether there is nothing but steps of a calculation: nothing that could be trained. */
  readonly calculates: boolean;
  readonly findings: readonly Finding[];
}

/** Phase 2: one source, one loss, no cycle, every input fed. Knows nothing of shapes. */
export function check(graph: Graph, resolution: Resolution, catalogue: Catalogue): Structure {
  const incoming = groupBy(graph.wires, (wire) => wire.to);
  const order = sort(graph, incoming);
  const findings: Finding[] = [...cycles(graph, order)];
  const withRole = (role: ResolvedNode['kind']['role']): string[] =>
    Object.keys(graph.nodes).filter((id) => resolution.nodes.get(id)?.kind.role === role);

  const sources = withRole('source');
  const losses = withRole('objective');
  const calculates = isCalculation(graph, catalogue);
  if (!calculates) findings.push(...ends(graph, resolution, catalogue, sources, losses));
  for (const node of resolution.nodes.values()) {
    findings.push(...inputs(node, incoming.get(node.id) ?? []));
  }
  for (const wire of graph.wires) {
    const code = forbidden(wire, resolution);
    if (!code) continue;
    const mend = fix('disconnect', {}, { type: 'disconnect', wires: [wire.id] });
    findings.push(finding(code, 'error', { wire: wire.id }, {}, [mend]));
  }
  const [source] = sources;
  if (source !== undefined) findings.push(...unreached(order, incoming, source, resolution));
  return { order, incoming, source, loss: losses[0], calculates, findings };
}

/** Why a wire cannot be, whatever flows along it. */
function forbidden({ from, to }: Wire, { nodes }: Resolution): ProblemCode | undefined {
  const [before, after] = [nodes.get(from)?.kind.role, nodes.get(to)?.kind.role];
  if (before === 'objective') return 'after-loss';
  const mixed = before && after && (before === 'calculation') !== (after === 'calculation');
  return mixed ? 'mixed-wire' : undefined;
}

/** Whether a graph holds steps of a calculation and nothing else that is known. */
function isCalculation(graph: Graph, { layers }: Catalogue): boolean {
  const roles = Object.values(graph.nodes).flatMap(({ kind }) => layers.get(kind)?.role ?? []);
  return roles.length > 0 && roles.every((role) => role === 'calculation');
}

/** Kahn 1962. What a cycle holds back is left out. */
function sort(graph: Graph, incoming: ReadonlyMap<string, readonly Wire[]>): string[] {
  const waiting = new Map<string, number>();
  for (const id of Object.keys(graph.nodes)) waiting.set(id, incoming.get(id)?.length ?? 0);
  const outgoing = groupBy(graph.wires, (wire) => wire.from);
  const order = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  for (let i = 0; i < order.length; i++) {
    for (const { to } of outgoing.get(order[i] ?? '') ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) order.push(to);
    }
  }
  return order;
}

/** One finding for each wire that closes a circle, found depth first among the nodes held back. */
function cycles(graph: Graph, order: readonly string[]): Finding[] {
  const held = new Set(Object.keys(graph.nodes));
  for (const id of order) held.delete(id);
  if (held.size === 0) return [];
  const outgoing = groupBy(graph.wires, (wire) => wire.from);
  const findings: Finding[] = [];
  const done = new Set<string>();
  for (const root of held) {
    const path = new Set<string>();
    const stack: { id: string; next: number }[] = done.has(root) ? [] : [{ id: root, next: 0 }];
    if (stack.length > 0) path.add(root);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const wire = (outgoing.get(top.id) ?? [])[top.next++];
      if (!wire) {
        path.delete(top.id);
        done.add(top.id);
        stack.pop();
      } else if (path.has(wire.to)) {
        const mend = fix('disconnect', {}, { type: 'disconnect', wires: [wire.id] });
        findings.push(finding('cycle', 'error', { wire: wire.id }, {}, [mend]));
      } else if (!done.has(wire.to)) {
        path.add(wire.to);
        stack.push({ id: wire.to, next: 0 });
      }
    }
  }
  return findings;
}

function ends(
  graph: Graph,
  resolution: Resolution,
  catalogue: Catalogue,
  sources: readonly string[],
  losses: readonly string[],
): Finding[] {
  const findings: Finding[] = [];
  const whole = { graph: true } as const;
  if (sources.length === 0) {
    findings.push(
      finding('no-source', 'incomplete', whole, {}, withSource(graph, resolution, catalogue)),
    );
  }
  if (losses.length === 0) {
    findings.push(
      finding('no-loss', 'incomplete', whole, {}, withLoss(graph, resolution, catalogue)),
    );
  }
  const extra = [
    ...sources.slice(1).map((id) => ['two-sources', id, sources.length] as const),
    ...losses.slice(1).map((id) => ['two-losses', id, losses.length] as const),
  ];
  for (const [code, id, count] of extra) {
    const mend = fix('remove', {}, { type: 'remove', nodes: [id] });
    findings.push(finding(code, 'error', { node: id }, { count }, [mend]));
  }
  return findings;
}

/** How many wires a node takes. */
export function arityOf(kind: LayerKind): { min: number; max: number } {
  if (kind.role === 'source') return { min: 0, max: 0 };
  return kind.role === 'objective' ? { min: 1, max: 1 } : kind.arity;
}

function inputs(node: ResolvedNode, wires: readonly Wire[]): Finding[] {
  const { min, max } = arityOf(node.kind);
  const data = { name: node.name, count: wires.length, min, max };
  if (wires.length < min) return [finding('open-input', 'incomplete', { node: node.id }, data)];
  if (wires.length <= max) return [];
  const extra = wires.slice(max).map((wire) => wire.id);
  const mend = fix('disconnect', {}, { type: 'disconnect', wires: extra });
  return [finding('too-many-inputs', 'error', { node: node.id }, data, [mend])];
}

/** Nodes that are fed, but by nothing that starts at the source. */
function unreached(
  order: readonly string[],
  incoming: ReadonlyMap<string, readonly Wire[]>,
  source: string,
  resolution: Resolution,
): Finding[] {
  const reached = new Set([source]);
  const findings: Finding[] = [];
  for (const id of order) {
    const wires = incoming.get(id) ?? [];
    if (wires.some((wire) => reached.has(wire.from))) reached.add(id);
    const node = resolution.nodes.get(id);
    if (!node || node.kind.role === 'calculation') continue;
    if (reached.has(id) || wires.length === 0) continue;
    findings.push(finding('unreachable', 'incomplete', { node: id }, { name: node.name }));
  }
  return findings;
}
