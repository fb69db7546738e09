import { mostDrawn } from '../core/drawn.ts';
import type { CalculatedTensor } from '../core/tensor/tensor.ts';
import type { Words } from '../core/words.ts';
import { leadingTo } from '../document/queries.ts';
import type { Graph } from '../document/schema.ts';
import { calculate } from './calculate.ts';
import { check, type Structure } from './check.ts';
import { fitOutput } from './fit.ts';
import { type Inference, infer, type NodeShapes } from './infer.ts';
import type { Ir, IrSource, Network } from './ir.ts';
import { checkLimits, fitsMemory } from './limits.ts';
import { lower, lowerReached } from './lower.ts';
import { type Finding, finding, type Problem, type ProblemCode } from './problem.ts';
import { type Catalogue, type Resolution, resolve } from './resolve.ts';

/** Samples that an evaluation runs at once, in the executor's chunks. */
export const EVALUATED_AT_ONCE = 256;

/** What is known of a graph. */
export interface Compilation {
  /** Shapes by node; a node without an entry is unknown. */
  readonly shapes: ReadonlyMap<string, NodeShapes>;
  /** Everything that is wrong or unfinished, at the node or wire it belongs to. */
  readonly problems: readonly Problem[];
  /** Results of the steps of a calculation, by node. */
  readonly values: ReadonlyMap<string, CalculatedTensor>;
  /** Whether the graph is a calculation and nothing else: it has nothing to train, and lacks nothing. */
  readonly calculates: boolean;
  /** What the samples are, as soon as there is a source, whatever else is missing. */
  readonly source: IrSource | undefined;
  /** The lowered network; missing while a problem blocks training. */
  readonly ir: Ir | undefined;
  /** What can be computed already: the lowered network, or what the source reaches of one that cannot be trained. */
  readonly network: Network | undefined;
}

/**
 * Reads a graph: resolve → check → infer → calculate → fit → limits → lower. Pure; never throws on any graph.
 * `batchSize` is how many samples run through the network at once; where classes are `balanced`, an epoch may draw
 * more of them than there are.
 */
export function compile(
  graph: Graph,
  catalogue: Catalogue,
  batchSize: number | 'full' = 'full',
  balanced = false,
): Compilation {
  const resolution = resolve(graph, catalogue);
  const structure = check(graph, resolution, catalogue);
  const inference = infer(graph, resolution, structure, catalogue);
  const calculation = calculate(graph, resolution, structure, catalogue);
  const leading =
    structure.loss === undefined
      ? new Set(Object.keys(graph.nodes))
      : leadingTo(graph, structure.loss);
  const findings = [
    ...resolution.findings,
    ...structure.findings,
    ...inference.findings,
    ...calculation.findings,
    ...fitOutput(graph, resolution, structure, inference, catalogue),
    ...checkLimits(
      inference,
      resolution,
      leading,
      rowsAtOnce(inference, catalogue, batchSize, balanced),
    ),
    ...looseEnds(graph, resolution, structure, leading),
  ];
  const problems = findings.map((found) => ({
    ...found,
    blocking: blocks(found, graph, leading, catalogue),
  }));
  const { source } = inference;
  const known = {
    shapes: new Map([...inference.shapes, ...calculation.shapes]),
    values: calculation.values,
    calculates: structure.calculates,
    problems,
    source,
  };
  if (!problems.some((problem) => problem.blocking)) {
    const ir = lower(resolution, structure, inference, leading);
    if (ir?.nodes.some((node) => node.weights.some((weight) => weight.trainable))) {
      return { ...known, ir, network: ir };
    }
    if (ir) {
      const nothing = finding('nothing-to-train', 'incomplete', { node: ir.loss.id });
      problems.push({ ...nothing, blocking: true });
    }
  }
  const reached = lowerReached(resolution, structure, inference, uncomputable(findings));
  const network = reached && fitsMemory(reached.nodes) ? reached : undefined;
  return { ...known, ir: undefined, network };
}

/** Nodes whose shape is known but whose values are not to be had. */
const uncomputable = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(
    findings.flatMap(({ at, code }) => ('node' in at && valueless.has(code) ? [at.node] : [])),
  );

const valueless: ReadonlySet<ProblemCode> = new Set([
  'values-count',
  'too-much-memory',
  'no-samples',
  'no-images',
  'no-table',
  'no-inputs',
  'text-input',
  'no-label',
  'label-not-class',
  'label-is-text',
]);

/** Samples that are in memory together: a batch, or a chunk of an evaluation. */
function rowsAtOnce(
  { source }: Inference,
  { datasets }: Catalogue,
  batchSize: number | 'full',
  balanced: boolean,
): number {
  const rows = (source && datasets.get(source.dataset)?.rows(source.options)) ?? 1;
  const target = source?.spec.target;
  // Labels are not known yet: as many as the most uneven classes would draw.
  const drawn =
    balanced && target?.type === 'classes' ? Math.min(rows * target.count, mostDrawn(rows)) : rows;
  const batch = batchSize === 'full' ? drawn : Math.min(batchSize, drawn);
  return Math.max(batch, Math.min(rows, batchSize === 'full' ? rows : EVALUATED_AT_ONCE));
}

/**
 * A part that does not lead to the loss is not part of the network and cannot stop it; nor can a
 * calculation beside it.
 */
function blocks(
  found: Finding,
  graph: Graph,
  leading: ReadonlySet<string>,
  { layers }: Catalogue,
): boolean {
  if (found.severity === 'warning') return false;
  if ('graph' in found.at) return true;
  const calculated = (id: string): boolean =>
    layers.get(graph.nodes[id]?.kind ?? '')?.role === 'calculation';
  if ('node' in found.at) {
    if (calculated(found.at.node)) return false;
    return (
      leading.has(found.at.node) || found.code === 'two-sources' || found.code === 'two-losses'
    );
  }
  if (found.code === 'after-loss') return true;
  const { wire: id } = found.at;
  const wire = graph.wires.find((candidate) => candidate.id === id);
  return wire !== undefined && leading.has(wire.to) && !calculated(wire.to);
}

/** Layers that the source feeds but that nothing reads: shown, and left out of training. */
function looseEnds(
  graph: Graph,
  resolution: Resolution,
  structure: Structure,
  leading: ReadonlySet<string>,
): Finding[] {
  if (structure.loss === undefined || structure.source === undefined) return [];
  const read = new Set(graph.wires.map((wire) => wire.from));
  const fed = new Set(graph.wires.map((wire) => wire.to));
  return structure.order.flatMap((id) => {
    const node = resolution.nodes.get(id);
    if (node?.kind.role !== 'compute' || leading.has(id) || read.has(id) || !fed.has(id)) {
      return [];
    }
    const name: Words = node.name;
    return [finding('dead-end', 'warning', { node: id }, { name })];
  });
}
