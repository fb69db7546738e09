import type { Compilation } from '../../../compiler/compile.ts';
import { formatShape } from '../../../core/shape.ts';
import { printShape } from '../../../core/tensor/print-tensor.ts';
import { blockOf, gatesOf } from '../../../document/block-queries.ts';
import type { GraphDocument } from '../../../document/schema.ts';
import { countWeights } from './arithmetic.ts';

/** What is known of a block at a glance. */
interface BlockSummary {
  readonly name: string;
  readonly collapsed: boolean;
  readonly layers: number;
  readonly weights: number;
  /** The shape that goes into it and the one that comes out, where there is just one. */
  readonly input: string | undefined;
  readonly output: string | undefined;
  /** Nodes that take what comes in, and that give what goes out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly isWrong: boolean;
}

/** What is known of a block; nothing of one that is gone. */
export function summariseBlock(
  document: GraphDocument,
  { shapes, problems, values }: Compilation,
  id: string,
): BlockSummary | undefined {
  const block = blockOf(document, id);
  if (!block) return undefined;
  const members = new Set(block.nodes);
  const { inputs, outputs } = gatesOf(document.graph, block.nodes);
  const [out, ...others] = outputs;
  const [into] = inputs;
  const known = out === undefined || others.length > 0 ? undefined : shapes.get(out);
  const entering = into === undefined ? undefined : shapes.get(into)?.inputs[0];
  const print = out !== undefined && values.has(out) ? printShape : formatShape;
  return {
    name: block.name,
    collapsed: block.collapsed,
    layers: block.nodes.length,
    weights: block.nodes.reduce(
      (sum, node) => sum + countWeights(shapes.get(node)?.weights ?? []),
      0,
    ),
    input: entering && print(entering),
    output: known && print(known.output),
    inputs,
    outputs,
    isWrong: problems.some(
      ({ at, severity }) => severity === 'error' && 'node' in at && members.has(at.node),
    ),
  };
}
