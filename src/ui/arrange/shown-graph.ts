import type { Box } from '../../document/drawing/lanes.ts';
import type { Graph, GraphDocument } from '../../document/schema.ts';
import { foldedNodes } from '../canvas/nodes/folded.ts';

/** The network as it is seen among some boxes: a collapsed block is one node, wired as what is in it is. */
export function graphOf(document: GraphDocument, boxes: readonly Pick<Box, 'id'>[]): Graph {
  const ids = new Set(boxes.map(({ id }) => id));
  const nodes = Object.fromEntries(
    boxes.map(({ id }) => [id, document.graph.nodes[id] ?? { kind: 'block', params: {} }]),
  );
  const folded = foldedNodes(document);
  const seen = new Set<string>();
  const wires = document.graph.wires.flatMap((wire) => {
    const [from, to] = [folded.get(wire.from) ?? wire.from, folded.get(wire.to) ?? wire.to];
    const pair = `${from} ${to}`;
    if (from === to || !ids.has(from) || !ids.has(to) || seen.has(pair)) return [];
    seen.add(pair);
    return [{ ...wire, from, to }];
  });
  return { nodes, wires };
}
