import { derivativeOf } from '../core/derivative.ts';
import type { Structure } from './check.ts';
import { targetFor } from './fit.ts';
import type { Inference } from './infer.ts';
import type { Ir, IrNode, Network } from './ir.ts';
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
  const nodes = structure.order.flatMap((id) =>
    leading.has(id) ? lowerNode(resolution, structure, inference, id) : [],
  );
  const spec = loss.kind.loss(loss.params);
  return {
    source,
    nodes,
    output,
    loss: { id: loss.id, spec },
    target: targetFor(spec, source.spec.target),
  };
}

/** The part that computes already in a graph that cannot be trained yet: what a source reaches, without the nodes in `broken`. */
export function lowerReached(
  resolution: Resolution,
  structure: Structure,
  inference: Inference,
  broken: ReadonlySet<string>,
): Network | undefined {
  const { source } = inference;
  if (!source || broken.has(source.id)) return undefined;
  const reached = new Set([source.id]);
  const nodes: IrNode[] = [];
  for (const id of structure.order) {
    if (broken.has(id)) continue;
    const [node] = lowerNode(resolution, structure, inference, id);
    if (!node?.inputs.every((input) => reached.has(input))) continue;
    reached.add(id);
    nodes.push(node);
  }
  return { source, nodes };
}

/** One layer as plain data; nothing for a node that computes nothing or whose shape is unknown. */
function lowerNode(
  resolution: Resolution,
  structure: Structure,
  inference: Inference,
  id: string,
): IrNode[] {
  const node = resolution.nodes.get(id);
  const shapes = inference.shapes.get(id);
  if (node?.kind.role !== 'compute' || !shapes) return [];
  const operation = node.kind.operation?.(node.params);
  const derivative =
    node.kind.derivative?.(node.params) ??
    derivativeOf(operation, node.kind.reading?.(node.params));
  return [
    {
      id,
      kind: node.kind.kind,
      params: node.params,
      inputs: (structure.incoming.get(id) ?? []).map((wire) => wire.from),
      inputShapes: shapes.inputs,
      outputShape: shapes.output,
      weights: shapes.weights,
      ...(operation && { operation }),
      ...(derivative && { derivative }),
    },
  ];
}
