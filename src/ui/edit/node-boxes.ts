import type { ReactFlowInstance } from '@xyflow/react';
import { applyCommands, type Command } from '../../document/commands.ts';
import { type Box, freeSpot } from '../../document/free-spot.ts';
import type { Flow, GraphDocument, Layout, Position } from '../../document/schema.ts';
import { NODE_SIZE } from '../../document/spacing.ts';
import type { Addition } from './plan-add.ts';
import type { Drawn } from './plan-part.ts';

/** Where a new node stands that has its middle at a point. */
export const centredAt = ({ x, y }: Position): Position => ({
  x: x - NODE_SIZE.width / 2,
  y: y - NODE_SIZE.height / 2,
});

/** Where a port of a node that has yet to be drawn is, from the node's corner. */
export const newPort = (direction: Flow | undefined, outward: boolean): Position =>
  direction === 'down'
    ? { x: NODE_SIZE.width / 2, y: outward ? NODE_SIZE.height : 0 }
    : { x: outward ? NODE_SIZE.width : 0, y: 27 };

/** Where a new node stands whose port is at a point. */
export function atPort(
  direction: Flow | undefined,
  outward: boolean,
  { x, y }: Position,
): Position {
  const port = newPort(direction, outward);
  return { x: x - port.x, y: y - port.y };
}

/** The place nearest to a point where a new node covers none of those on the canvas. */
export const clearOfNodes = (flow: ReactFlowInstance, at: Position): Position =>
  freeSpot({ ...at, ...NODE_SIZE }, boxesOf(flow, {}));

/** The commands of an addition, and one that moves what they add aside if it would cover another node. */
export function settled(
  flow: ReactFlowInstance,
  document: GraphDocument,
  { id, commands }: Addition,
): readonly Command[] {
  if (Object.hasOwn(document.graph.nodes, id)) return commands;
  const { layout } = applyCommands(document, commands);
  const at = layout[id];
  if (!at) return commands;
  const spot = freeSpot({ ...at, ...NODE_SIZE }, boxesOf(flow, layout));
  if (spot.x === at.x && spot.y === at.y) return commands;
  return [...commands, { type: 'move', positions: { [id]: spot } }];
}

/** The nodes on the canvas as large as they are drawn, in the places that a layout gives them. */
const boxesOf = (flow: ReactFlowInstance, layout: Layout): Box[] =>
  flow.getNodes().flatMap(({ id, type, position, measured, hidden }) =>
    hidden || (type !== 'layer' && type !== 'block')
      ? []
      : {
          ...(layout[id] ?? position),
          width: measured?.width ?? NODE_SIZE.width,
          height: measured?.height ?? NODE_SIZE.height,
        },
  );

/** Layers, folded blocks and comments on the canvas, as large as they are drawn. */
export const drawnOn = (flow: ReactFlowInstance): readonly Drawn[] =>
  flow.getNodes().flatMap(({ id, type, position, measured, hidden }) => {
    const { width, height } = measured ?? {};
    if (hidden || width === undefined || height === undefined) return [];
    const isCard = type === 'layer' || type === 'block' || type === 'comment';
    return isCard ? { id, ...position, width, height } : [];
  });

/** Where a port of a node is on the canvas. */
export function portOf(
  flow: ReactFlowInstance,
  id: string,
  outward: boolean,
): Position | undefined {
  const node = flow.getInternalNode(id);
  if (!node) return undefined;
  const { positionAbsolute: at, handleBounds } = node.internals;
  const [port] = handleBounds?.[outward ? 'source' : 'target'] ?? [];
  if (!port) return undefined;
  return { x: at.x + port.x + port.width / 2, y: at.y + port.y + port.height / 2 };
}
