import { type Edge, type Node, Position } from '@xyflow/react';
import { flowOf } from '../../document/arranging.ts';
import { positionOf } from '../../document/queries.ts';
import type { GraphDocument } from '../../document/schema.ts';
import type { Selection } from '../../state/view-store.ts';

/** A node as React Flow draws it; everything it shows comes from the stores. */
export type FlowNode = Node<Record<string, never>, 'layer'>;
/** A wire as React Flow draws it. */
export type FlowWire = Edge<Record<string, never>, 'wire'>;

const noData = {};

/** Where ports stand, for each direction of flow. */
const portSides = {
  right: { sourcePosition: Position.Right, targetPosition: Position.Left },
  down: { sourcePosition: Position.Bottom, targetPosition: Position.Top },
};

/** React Flow's nodes for a document; `before` lends their measured sizes, and those that stay the same. */
export function projectNodes(
  document: GraphDocument,
  selection: Selection,
  before: readonly FlowNode[],
): FlowNode[] {
  const old = new Map(before.map((node) => [node.id, node]));
  const selected = new Set(selection.nodes);
  const sides = portSides[flowOf(document)];
  const nodes = Object.keys(document.graph.nodes).map((id): FlowNode => {
    const position = positionOf(document, id);
    const known = old.get(id);
    const isSelected = selected.has(id);
    const same =
      known?.position.x === position.x &&
      known.position.y === position.y &&
      known.sourcePosition === sides.sourcePosition &&
      known.selected === isSelected;
    if (known && same) return known;
    return {
      ...known,
      ...sides,
      id,
      type: 'layer',
      position,
      data: noData,
      selected: isSelected,
    };
  });
  return sameList(nodes, before);
}

/** The list before where nothing in it changed: what holds it has nothing to do then. */
const sameList = <T>(now: T[], before: readonly T[]): T[] =>
  now.length === before.length && now.every((each, i) => each === before[i])
    ? (before as T[])
    : now;

/** React Flow's edges for a document; `nameOf` says aloud what a wire joins, `before` lends those that stay the same. */
export function projectWires(
  document: GraphDocument,
  selection: Selection,
  nameOf: (from: string, to: string) => string,
  before: readonly FlowWire[] = [],
): FlowWire[] {
  const old = new Map(before.map((wire) => [wire.id, wire]));
  const chosen = new Set(selection.wires);
  const wires = document.graph.wires.map(({ id, from, to }): FlowWire => {
    const known = old.get(id);
    const ariaLabel = nameOf(from, to);
    const selected = chosen.has(id);
    const same =
      known?.source === from &&
      known.target === to &&
      known.ariaLabel === ariaLabel &&
      known.selected === selected;
    if (known && same) return known;
    return { id, source: from, target: to, ariaLabel, type: 'wire', data: noData, selected };
  });
  return sameList(wires, before);
}
