import { asTheyAre } from '../core/preparation.ts';
import { formatShape, isClosed, type Shape, sizeOf } from '../core/shape.ts';
import type { WeightSpec } from '../core/weights.ts';
import { type ColumnProblem, type DatasetOptions, noOptions } from '../datasets/define-dataset.ts';
import type { Graph } from '../document/schema.ts';
import type { Structure } from './check.ts';
import { checkValues } from './check-values.ts';
import { fittingData } from './fitting-data.ts';
import type { IrSource } from './ir.ts';
import { type Finding, finding, fix, type ProblemFix } from './problem.ts';
import type { Catalogue, Resolution, ResolvedNode } from './resolve.ts';
import { shapeFinding } from './shape-finding.ts';

/** What is known of a node's tensors, without the batch axis. */
export interface NodeShapes {
  readonly inputs: readonly Shape[];
  readonly output: Shape;
  readonly weights: readonly WeightSpec[];
}

/** Shapes by node; a node without an entry is unknown, because of a problem at it or before it. */
export interface Inference {
  readonly shapes: ReadonlyMap<string, NodeShapes>;
  readonly source: IrSource | undefined;
  readonly findings: readonly Finding[];
}

/** Phase 3: carries shapes from the source along the wires. */
export function infer(
  graph: Graph,
  resolution: Resolution,
  structure: Structure,
  catalogue: Catalogue,
): Inference {
  const shapes = new Map<string, NodeShapes>();
  const findings: Finding[] = [];
  let source: IrSource | undefined;
  for (const id of structure.order) {
    const node = resolution.nodes.get(id);
    if (!node || node.kind.role === 'calculation') continue;
    if (node.kind.role === 'source') {
      const bare = node.kind.shape?.(node.params);
      if (bare && !isClosed(bare)) {
        findings.push(openFinding(id, bare, catalogue));
        continue;
      }
      if (bare) {
        shapes.set(id, { inputs: [], output: bare, weights: [] });
        const data = { shape: formatShape(bare) };
        const fixes = fittingData(id, bare, catalogue);
        findings.push(finding('no-data', 'incomplete', { node: id }, data, fixes));
        continue;
      }
      const found = readSource(node, catalogue);
      if ('code' in found) {
        findings.push(found);
        continue;
      }
      // Nothing is known of a table that is not there yet.
      if (sizeOf(found.spec.input) > 0) {
        shapes.set(id, { inputs: [], output: found.spec.input, weights: [] });
      }
      if (id === structure.source) source = found;
      const dataset = catalogue.datasets.get(found.dataset);
      const unusable = dataset?.problem?.(found.options);
      if (unusable) findings.push(columnFinding(node, unusable));
      else if (dataset?.rows(found.options) === 0) {
        const code = dataset.whenEmpty ?? 'no-samples';
        // The set that a new source has is never empty; points are set on the boundary.
        const usual = code === 'no-samples' ? [] : [usualDataset(node)];
        findings.push(finding(code, 'incomplete', { node: id }, {}, usual));
      }
      continue;
    }
    const wires = structure.incoming.get(id) ?? [];
    const inputs = wires.flatMap((wire) => {
      const before = shapes.get(wire.from);
      return before ? [before.output] : [];
    });
    if (inputs.length !== wires.length || wires.length === 0) continue;
    if (node.kind.role === 'objective') {
      if (wires.length === 1) shapes.set(id, { inputs, output: [], weights: [] });
      continue;
    }
    if (inputs.length < node.kind.arity.min || inputs.length > node.kind.arity.max) continue;
    const output = node.kind.infer(node.params, inputs);
    if (!output.ok) {
      findings.push(
        shapeFinding({ graph, resolution, shapes, catalogue }, node, wires, output.error),
      );
      continue;
    }
    const weights = node.kind.weights(node.params, inputs);
    const empty = emptyOutput(node, output.value);
    if (empty) findings.push(empty);
    else shapes.set(id, { inputs, output: output.value, weights });
  }
  findings.push(...checkValues(shapes, resolution));
  return { shapes, source, findings };
}

/** Sides of images that most large networks are drawn for, in pixels: ImageNet's. */
const USUAL_SIDE = 224;

/** Sides of a source that are unknown, and how they could be set: by data, or for an image by a usual size. */
function openFinding(id: string, shape: Shape, catalogue: Catalogue): Finding {
  const fixes = fittingData(id, shape, catalogue);
  const closed = shape.map((side, i) => (side < 0 && i < 2 ? USUAL_SIDE : side));
  if (shape.length === 3 && isClosed(closed)) {
    const set = { type: 'setParams', id, params: { shape: closed } } as const;
    fixes.unshift(fix('set-shape', { shape: formatShape(closed) }, set));
  }
  return finding('open-shape', 'incomplete', { node: id }, { shape: formatShape(shape) }, fixes);
}

function readSource(node: ResolvedNode, catalogue: Catalogue): IrSource | Finding {
  if (node.kind.role !== 'source') throw new Error(`${node.id} is not a source`);
  const id = node.kind.dataset(node.params) ?? '';
  const dataset = catalogue.datasets.get(id);
  if (!dataset) {
    const at = { node: node.id };
    return finding('unknown-dataset', 'error', at, { dataset: id }, [usualDataset(node)]);
  }
  const options: DatasetOptions = { ...noOptions, ...node.params };
  const preparation = node.kind.prepare?.(node.params) ?? asTheyAre;
  return { id: node.id, dataset: id, options, spec: dataset.spec(options), preparation };
}

/** Columns that cannot be used as they were chosen, and the choice that can. */
function columnFinding(node: ResolvedNode, { code, column, mend }: ColumnProblem): Finding {
  const set = mend && fix('choose-columns', {}, { type: 'setParams', id: node.id, params: mend });
  return finding(code, 'error', { node: node.id }, { column }, set ? [set] : []);
}

/** Goes back to the data set that a new source of this kind has. */
function usualDataset(node: ResolvedNode): ProblemFix {
  const initial = node.kind.params.safeParse({}).data?.['dataset'];
  const set = { type: 'setParams', id: node.id, params: { dataset: initial } } as const;
  return fix('use-dataset', { dataset: String(initial) }, set);
}

function emptyOutput(node: ResolvedNode, output: Shape): Finding | undefined {
  if (sizeOf(output) > 0) return undefined;
  const data = { name: node.name, got: formatShape(output) };
  return finding('empty-output', 'error', { node: node.id }, data);
}
