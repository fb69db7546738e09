import { type Edge, type Node, Position } from '@xyflow/react';
import { flowOf } from '../../document/arranging.ts';
import { notesOf } from '../../document/notes.ts';
import { positionOf } from '../../document/queries.ts';
import type { Graph, GraphDocument } from '../../document/schema.ts';
import type { Selection } from '../../state/view-store.ts';
import { onCanvas } from '../comments/comment-id.ts';
import { cardId, cornerOf, type Folding, foldedNodes } from './nodes/folded.ts';

/** A node, the card of a collapsed block or a comment, as React Flow draws it; all it shows is in the stores. */
export type FlowNode = Node<Record<string, never>, 'layer' | 'block' | 'comment'>;
/** A wire as React Flow draws it, with the nodes that it joins: its ends may be cards of blocks. */
export type FlowWire = Edge<{ readonly from: string; readonly to: string }, 'wire'>;

const noData = {};

/** Where on the page it is said what the keys do on the canvas. */
export const NODE_KEYS = 'node-keys';
/** Where on the page it is said what a node is. */
export const nodeLabelId = (id: string): string => `node-${id}`;

/** Where on the page it is said what is wrong with a node. */
export const nodeNoteId = (id: string): string => `node-note-${id}`;
/** Where on the page it is said that a node is selected. */
export const NODE_SELECTED = 'node-selected';

/** A node is called what its card is called, and says whether it is selected and what is wrong with it. */
const spoken = (id: string, selected: boolean): NonNullable<FlowNode['domAttributes']> => ({
  'aria-roledescription': undefined,
  'aria-labelledby': nodeLabelId(id),
  'aria-describedby': described(id, selected),
});

const described = (id: string, selected: boolean): string =>
  selected ? `${NODE_SELECTED} ${nodeNoteId(id)}` : nodeNoteId(id);

/** Whether React Flow, which selects by itself as well, has it as it is wanted, to the eye and to the ear. */
const isAlike = (known: FlowNode | undefined, id: string, selected: boolean): boolean =>
  known?.selected === selected &&
  known.domAttributes?.['aria-describedby'] === described(id, selected);

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
  const folded = foldedNodes(document);
  const project = (
    wanted: Required<Pick<FlowNode, 'id' | 'type' | 'position' | 'selected' | 'hidden'>>,
  ): FlowNode => {
    const known = old.get(wanted.id);
    const same =
      known?.position.x === wanted.position.x &&
      known.position.y === wanted.position.y &&
      known.sourcePosition === sides.sourcePosition &&
      isAlike(known, wanted.id, wanted.selected) &&
      known.hidden === wanted.hidden;
    if (known && same) return known;
    return {
      ...known,
      ...sides,
      ...wanted,
      data: noData,
      domAttributes: spoken(wanted.id, wanted.selected),
    };
  };
  const layers = Object.keys(document.graph.nodes).map((id) => {
    const hidden = folded.has(id);
    const position = positionOf(document, id);
    return project({
      id,
      type: 'layer',
      position,
      selected: selected.has(id) && !hidden,
      hidden,
    });
  });
  const cards = Object.entries(document.blocks ?? {}).flatMap(([id, { nodes, collapsed }]) => {
    if (!collapsed) return [];
    const position = cornerOf(document, nodes);
    const all = nodes.every((node) => selected.has(node));
    return [project({ id: cardId(id), type: 'block', position, selected: all, hidden: false })];
  });
  return sameList([...layers, ...cards, ...projectNotes(document, selection, old)], before);
}

/** React Flow's nodes for the comments; `old` lends what it knows of them. */
function projectNotes(
  document: GraphDocument,
  selection: Selection,
  old: ReadonlyMap<string, FlowNode>,
): FlowNode[] {
  return Object.entries(notesOf(document)).map(([note, { x, y, width, height }]) => {
    const id = onCanvas(note);
    const known = old.get(id);
    const selected = selection.notes?.includes(note) ?? false;
    const same =
      known?.position.x === x &&
      known.position.y === y &&
      known.width === width &&
      known.height === height &&
      isAlike(known, id, selected);
    if (known && same) return known;
    // Behind the wires, even where the canvas brings what is selected to the front.
    const zIndex = selected ? -1001 : -1;
    const position = { x, y };
    return {
      ...known,
      id,
      type: 'comment',
      position,
      width,
      height,
      zIndex,
      data: noData,
      selected,
      domAttributes: spoken(id, selected),
    };
  });
}

/** Tab walks from node to node; wires are reached from their nodes. */
const wireAttributes = { tabIndex: -1, 'aria-roledescription': undefined };

/** The list before where nothing in it changed: what holds it has nothing to do then. */
const sameList = <T>(now: T[], before: readonly T[]): T[] =>
  now.length === before.length && now.every((each, i) => each === before[i])
    ? (before as T[])
    : now;

/** React Flow's edges for the wires of a document; `nameOf` says aloud what a wire joins, `before` lends those that stay the same. */
export function projectWires(
  document: Folding & Pick<Graph, 'wires'>,
  selection: Selection,
  nameOf: (from: string, to: string) => string,
  before: readonly FlowWire[] = [],
): FlowWire[] {
  const old = new Map(before.map((wire) => [wire.id, wire]));
  const chosen = new Set(selection.wires);
  const folded = foldedNodes(document);
  const wires = document.wires.flatMap(({ id, from, to }): FlowWire[] => {
    const source = folded.get(from) ?? from;
    const target = folded.get(to) ?? to;
    // What is within a collapsed block is not seen.
    if (source === target && folded.has(from)) return [];
    const known = old.get(id);
    const ariaLabel = nameOf(from, to);
    const selected = chosen.has(id);
    const same =
      known?.source === source &&
      known.target === target &&
      known.data?.from === from &&
      known.data.to === to &&
      known.ariaLabel === ariaLabel &&
      known.selected === selected;
    if (known && same) return [known];
    const domAttributes = wireAttributes;
    return [
      { id, source, target, ariaLabel, domAttributes, type: 'wire', data: { from, to }, selected },
    ];
  });
  return sameList(wires, before);
}
