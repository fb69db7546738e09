import type { ReactFlowInstance } from '@xyflow/react';
import type { GraphDocument, Position } from '../../../document/schema.ts';
import { glideTime } from './motion.ts';
import { viewShowing } from './view-showing.ts';

/** Brings nodes into view; returns where points of the canvas are on screen then, in client pixels. */
export function reveal(
  flow: ReactFlowInstance,
  shown: GraphDocument,
  nodes: readonly string[],
): (at: Position) => Position {
  const view = viewShowing(flow, shown, nodes)?.view;
  if (!view) return (at) => flow.flowToScreenPosition(at);
  void flow.setViewport(view, { duration: glideTime() });
  const { left, top } =
    document.querySelector('.react-flow')?.getBoundingClientRect() ?? new DOMRect();
  return ({ x, y }) => ({ x: left + view.x + x * view.zoom, y: top + view.y + y * view.zoom });
}
