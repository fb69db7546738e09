import { type Edge, type Node, type ReactFlowState, useStore } from '@xyflow/react';
import { type Box, findLanes } from '../../../document/drawing/lanes.ts';
import type { Flow, Wire } from '../../../document/schema.ts';

interface Known {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly flow: Flow;
  readonly boxes: readonly Box[];
  readonly wires: readonly Wire[];
  readonly lanes: ReadonlyMap<string, number>;
  /** Whether all wires found their way, not only those of what is dragged. */
  readonly isWhole: boolean;
}

/** Lanes of all wires of a canvas, for as long as the nodes stand where they do. */
const known = new WeakMap<ReactFlowState['nodeLookup'], Known>();
/** Pairs of a node and a wire up to which all lanes are found anew at every step of a drag. */
const FEW = 20_000;

/** The line on which a wire passes the nodes in its way; none where its way is free. */
export function useLane(wire: string, flow: Flow): number | undefined {
  return useStore(({ nodes, edges, nodeLookup }) => {
    const before = known.get(nodeLookup);
    if (before?.nodes === nodes && before.edges === edges && before.flow === flow) {
      return before.lanes.get(wire);
    }
    const now = lanesNow(nodes, edges, flow, before?.flow === flow ? before : undefined);
    known.set(nodeLookup, now);
    return now.lanes.get(wire);
  });
}

/**
 * Where much is on the canvas, only the wires of what is dragged find their way anew, the rest when it is
 * dropped. A node that is selected, or says something else, still stands where it did.
 */
function lanesNow(
  nodes: readonly Node[],
  edges: readonly Edge[],
  flow: Flow,
  before: Known | undefined,
): Known {
  const boxes = nodes.flatMap(boxOf);
  const wires = edges.map(({ id, source, target }) => ({ id, from: source, to: target }));
  const stands =
    areAlike(before?.boxes, boxes, isSameBox) && areAlike(before?.wires, wires, isSameWire);
  if (before?.isWhole && stands) return { ...before, nodes, edges };
  const moved = new Set(nodes.filter(({ dragging }) => dragging).map(({ id }) => id));
  const isHeld = before && moved.size > 0 && boxes.length * wires.length > FEW;
  const held = isHeld ? { lanes: before.lanes, moved } : undefined;
  const lanes = findLanes(boxes, wires, flow, held);
  return { nodes, edges, flow, boxes, wires, lanes, isWhole: !isHeld };
}

function areAlike<T>(
  before: readonly T[] | undefined,
  now: readonly T[],
  isSame: (a: T, b: T) => boolean,
): boolean {
  if (before?.length !== now.length) return false;
  return before.every((each, i) => {
    const other = now[i];
    return other !== undefined && isSame(each, other);
  });
}

const isSameBox = (a: Box, b: Box): boolean =>
  a.id === b.id && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

const isSameWire = (a: Wire, b: Wire): boolean =>
  a.id === b.id && a.from === b.from && a.to === b.to;

const boxOf = ({ id, type, hidden, position, measured }: Node): Box[] =>
  type !== 'comment' && !hidden && measured?.width !== undefined && measured.height !== undefined
    ? [{ id, ...position, width: measured.width, height: measured.height }]
    : [];
