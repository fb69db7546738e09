import { type Edge, type Node, useStore } from '@xyflow/react';
import { type Box, findLanes } from '../../document/drawing/lanes.ts';
import type { Flow } from '../../document/schema.ts';

interface Known {
  readonly nodes: readonly Node[];
  readonly flow: Flow;
  readonly lanes: ReadonlyMap<string, number>;
}

/** Lanes of all wires, for as long as the nodes stand where they do. */
const known = new WeakMap<readonly Edge[], Known>();
/** Pairs of a node and a wire up to which all lanes are found anew at every step of a drag. */
const FEW = 20_000;

/** The line on which a wire passes the nodes in its way; none where its way is free. */
export function useLane(wire: string, flow: Flow): number | undefined {
  return useStore(({ nodes, edges }) => {
    const before = known.get(edges);
    if (before?.nodes === nodes && before.flow === flow) return before.lanes.get(wire);
    const lanes = lanesOf(nodes, edges, flow, before?.flow === flow ? before.lanes : undefined);
    known.set(edges, { nodes, flow, lanes });
    return lanes.get(wire);
  });
}

/** Where much is on the canvas, only the wires of what is dragged find their way anew, the rest when it is dropped. */
function lanesOf(
  nodes: readonly Node[],
  edges: readonly Edge[],
  flow: Flow,
  before: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, number> {
  const wires = edges.map(({ id, source, target }) => ({ id, from: source, to: target }));
  const boxes = nodes.flatMap(boxOf);
  const moved = new Set(nodes.filter(({ dragging }) => dragging).map(({ id }) => id));
  const isHeld = before && moved.size > 0 && boxes.length * wires.length > FEW;
  return findLanes(boxes, wires, flow, isHeld ? { lanes: before, moved } : undefined);
}

const boxOf = ({ id, type, hidden, position, measured }: Node): Box[] =>
  type !== 'comment' && !hidden && measured?.width !== undefined && measured.height !== undefined
    ? [{ id, ...position, width: measured.width, height: measured.height }]
    : [];
