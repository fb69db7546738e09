import { err } from '../core/result.ts';
import type { TensorProblem } from '../core/tensor/problem.ts';
import { type CalculatedTensor, MAX_CALCULATED_VALUES } from '../core/tensor/tensor.ts';
import type { Graph } from '../document/schema.ts';
import type { Structure } from './check.ts';
import type { NodeShapes } from './infer.ts';
import type { Finding } from './problem.ts';
import type { Catalogue, Resolution } from './resolve.ts';
import { tensorFinding } from './tensor-finding.ts';

/** Results of the steps of a calculation; a step without one is unknown, because of a problem at it or before it. */
export interface Calculation {
  readonly values: ReadonlyMap<string, CalculatedTensor>;
  readonly shapes: ReadonlyMap<string, NodeShapes>;
  readonly findings: readonly Finding[];
}

/** Phase 4: works out the steps of a calculation, inputs before their readers. */
export function calculate(
  graph: Graph,
  resolution: Resolution,
  structure: Structure,
  catalogue: Catalogue,
): Calculation {
  const values = new Map<string, CalculatedTensor>();
  const shapes = new Map<string, NodeShapes>();
  const findings: Finding[] = [];
  let total = 0;
  for (const id of structure.order) {
    const node = resolution.nodes.get(id);
    if (node?.kind.role !== 'calculation') continue;
    const { kind } = node;
    const wires = structure.incoming.get(id) ?? [];
    const inputs = wires.flatMap(({ from }) => values.get(from) ?? []);
    if (inputs.length !== wires.length) continue;
    if (inputs.length < kind.arity.min || inputs.length > kind.arity.max) continue;
    // A file may hold thousands of steps; the page waits for all of them at every edit.
    const result =
      total > MAX_CALCULATED_VALUES
        ? err<TensorProblem>({ code: 'calculation-too-large', limit: MAX_CALCULATED_VALUES })
        : kind.calculate(node.params, inputs);
    if (!result.ok) {
      const around = { graph, catalogue, node: { ...node, kind }, wires, inputs };
      findings.push(tensorFinding(around, result.error));
      continue;
    }
    values.set(id, result.value);
    total += result.value.values.length;
    const output = result.value.shape;
    shapes.set(id, { inputs: inputs.map(({ shape }) => shape), output, weights: [] });
  }
  return { values, shapes, findings };
}
