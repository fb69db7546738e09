import type { Structure } from './check.ts';
import { targetFor } from './fit.ts';
import type { Inference } from './infer.ts';
import type { Ir, IrNode } from './ir.ts';
import type { Resolution } from './resolve.ts';

/** Phase 6: the part of the graph that leads to the loss, as plain data. Only for a graph without blocking problems. */
export function lower(
  resolution: Resolution,
  structure: Structure,
  inference: Inference,
  leading: ReadonlySet<string>,
): Ir | undefined {
  const loss = structure.loss === undefined ? undefined : resolution.nodes.get(structure.loss);
  const { source } = inference;
  if (loss?.kind.role !== 'objective' || !source) return undefined;
  const output = structure.incoming.get(loss.id)?.[0]?.from;
  if (output === undefined) return undefined;
  const nodes: IrNode[] = [];
  for (const id of structure.order) {
    const node = resolution.nodes.get(id);
    const shapes = inference.shapes.get(id);
    if (node?.kind.role !== 'compute' || !shapes || !leading.has(id)) continue;
    nodes.push({
      id,
      kind: node.kind.kind,
      params: node.params,
      inputs: (structure.incoming.get(id) ?? []).map((wire) => wire.from),
      inputShapes: shapes.inputs,
      outputShape: shapes.output,
      weights: shapes.weights,
      ...(node.kind.operation ? { operation: node.kind.operation(node.params) } : {}),
    });
  }
  const spec = loss.kind.loss(loss.params);
  return {
    source,
    nodes,
    output,
    loss: { id: loss.id, spec },
    target: targetFor(spec, source.spec.target),
  };
}
