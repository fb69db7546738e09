import { assertNever } from '../core/assert-never.ts';
import { formatShape, type Shape, sameShape, sizeOf } from '../core/shape.ts';
import type { Words } from '../core/words.ts';
import type { Graph, Wire } from '../document/schema.ts';
import type { ShapeProblem } from '../layers/define-layer.ts';
import { findCompute, insertion, resizing } from './mends.ts';
import { type Finding, finding, fix, type ProblemFix } from './problem.ts';
import type { Catalogue, Resolution, ResolvedNode } from './resolve.ts';

/** What is known when a layer refuses its input. */
interface Surroundings {
  readonly graph: Graph;
  readonly resolution: Resolution;
  readonly shapes: ReadonlyMap<string, { readonly output: Shape }>;
  readonly catalogue: Catalogue;
}

/** Puts a layer's refusal into a finding, with the mend that fits. */
export function shapeFinding(
  around: Surroundings,
  node: ResolvedNode,
  wires: readonly Wire[],
  problem: ShapeProblem,
): Finding {
  const at = { node: node.id };
  const { name } = node;
  switch (problem.code) {
    case 'rank-mismatch': {
      const [wire] = wires;
      const data = {
        name,
        before: wire ? nameBefore(around, wire) : '',
        expected: problem.expected,
        got: formatShape(problem.got),
      };
      const flattens = wire && problem.expected === 1 && problem.got.length > 1;
      const fixes = flattens ? flattenOn(around, wire) : [];
      return finding('rank-mismatch', 'error', at, data, fixes);
    }
    case 'kernel-too-large': {
      const window = formatShape(problem.window);
      const data = { name, window, got: formatShape(problem.got.slice(0, 2)) };
      return finding('kernel-too-large', 'error', at, data, shrinkWindow(node, problem));
    }
    case 'reshape-size': {
      const data = {
        name,
        wanted: problem.wanted.map(String).join('×'),
        got: formatShape(problem.got),
        count: sizeOf(problem.got),
      };
      return finding('reshape-size', 'error', at, data, openAxis(node, problem));
    }
    case 'merge-shapes-differ': {
      const { first, other } = problem;
      const data = { name, first: formatShape(first), other: formatShape(other) };
      return finding('merge-shapes-differ', 'error', at, data, alignMerge(around, wires, problem));
    }
    default:
      return assertNever(problem);
  }
}

/** Inserts the layer that turns any shape into a row. */
export const flattenOn = ({ graph, catalogue }: Surroundings, wire: Wire): ProblemFix[] =>
  insertion(
    graph,
    wire,
    findCompute(catalogue, (kind) => kind.flattens === true),
  );

/** What feeds a wire, as the canvas calls it. */
export const nameBefore = ({ resolution }: Surroundings, wire: Wire): Words | string =>
  resolution.nodes.get(wire.from)?.name ?? wire.from;

/** Sets the parameter that holds the window to one that fits. */
function shrinkWindow(
  node: ResolvedNode,
  problem: Extract<ShapeProblem, { code: 'kernel-too-large' }>,
): ProblemFix[] {
  const param = Object.keys(node.params).find((key) => node.params[key] === problem.window);
  if (param === undefined) return [];
  const fitting = problem.window.map((side, i) => Math.min(side, problem.got[i] ?? side));
  const set = { type: 'setParams', id: node.id, params: { [param]: fitting } } as const;
  return [fix('set-kernel', { window: formatShape(fitting) }, set)];
}

/** Leaves the one axis open that makes the shape fit, the first that does. */
function openAxis(
  node: ResolvedNode,
  { wanted, got }: Extract<ShapeProblem, { code: 'reshape-size' }>,
): ProblemFix[] {
  const param = Object.keys(node.params).find((key) => node.params[key] === wanted);
  const total = sizeOf(got);
  for (const axis of wanted.keys()) {
    const others = wanted.filter((_, i) => i !== axis);
    const known = sizeOf(others);
    if (param === undefined || others.includes(-1) || total % known !== 0) continue;
    const shape = wanted.map((side, i) => (i === axis ? total / known : side));
    const set = { type: 'setParams', id: node.id, params: { [param]: shape } } as const;
    return [fix('set-shape', { shape: formatShape(shape) }, set)];
  }
  if (param === undefined) return [];
  // Any number of values makes one row.
  const set = { type: 'setParams', id: node.id, params: { [param]: [total] } } as const;
  return [fix('set-shape', { shape: formatShape([total]) }, set)];
}

/** Resizes the first branch that differs, where only the last axes differ. */
function alignMerge(
  { graph, resolution, shapes }: Surroundings,
  wires: readonly Wire[],
  { first, other }: Extract<ShapeProblem, { code: 'merge-shapes-differ' }>,
): ProblemFix[] {
  const size = first.at(-1);
  if (size === undefined || !sameShape(first.slice(0, -1), other.slice(0, -1))) return [];
  const wire = wires.find(({ from }) => shapes.get(from)?.output === other);
  return wire ? resizing(graph, resolution, shapes, wire.from, size) : [];
}
