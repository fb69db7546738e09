import type { ReactFlowInstance } from '@xyflow/react';
import { type Box, freeSpot } from '../../document/free-spot.ts';
import type { Position } from '../../document/schema.ts';

/** Size of a node that has yet to be drawn, in pixels. */
export const newNode = { width: 194, height: 68 };
/** Where the ports of a node are below its top, in pixels. */
export const PORT_Y = 27;

/** The place nearest to a point where a new node covers none of those on the canvas. */
export function clearOfNodes(flow: ReactFlowInstance, at: Position): Position {
  const layers = flow.getNodes().filter(({ type }) => type === 'layer');
  const boxes = layers.map(
    ({ position, measured }): Box => ({
      ...position,
      width: measured?.width ?? newNode.width,
      height: measured?.height ?? newNode.height,
    }),
  );
  return freeSpot({ ...at, ...newNode }, boxes);
}
