import type { Ir } from '../compiler/ir.ts';

/** What the last layer with weights reads: the last hidden layer. Nothing where that is the data itself. */
export function lastHidden({ nodes, output, source }: Ir): string | undefined {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  let node = byId.get(output);
  while (node && node.weights.length === 0 && node.inputs.length === 1) {
    node = byId.get(node.inputs[0] ?? '');
  }
  const [before] = node?.inputs ?? [];
  return before === source.id ? undefined : before;
}
