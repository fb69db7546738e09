import { type Edge, type Node, useStore } from '@xyflow/react';
import { type Box, findLanes } from '../../document/drawing/lanes.ts';
import type { Flow } from '../../document/schema.ts';

interface Known {
  readonly edges: readonly Edge[];
  readonly flow: Flow;
  readonly lanes: ReadonlyMap<string, number>;
}

/** Lanes of all wires, for as long as the nodes stand where they do. */
const known = new WeakMap<readonly Node[], Known>();

/** The line on which a wire passes the nodes in its way; none where its way is free. */
export function useLane(wire: string, flow: Flow): number | undefined {
  return useStore(({ nodes, edges }) => {
    const before = known.get(nodes);
    if (before?.edges === edges && before.flow === flow) return before.lanes.get(wire);
    const wires = edges.map(({ id, source, target }) => ({ id, from: source, to: target }));
    const lanes = findLanes(nodes.flatMap(boxOf), wires, flow);
    known.set(nodes, { edges, flow, lanes });
    return lanes.get(wire);
  });
}

const boxOf = ({ id, type, hidden, position, measured }: Node): Box[] =>
  type !== 'comment' && !hidden && measured?.width !== undefined && measured.height !== undefined
    ? [{ id, ...position, width: measured.width, height: measured.height }]
    : [];
