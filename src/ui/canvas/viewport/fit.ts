import type { Node, ReactFlowInstance, Rect, Viewport } from '@xyflow/react';
import { flowOf } from '../../../document/arranging.ts';
import { framesOf } from '../../../document/drawing/frame-boxes.ts';
import type { Box } from '../../../document/drawing/lanes.ts';
import { wireRooms } from '../../../document/drawing/wire-rooms.ts';
import type { GraphDocument } from '../../../document/schema.ts';
import { noteOf } from '../../comments/comment-id.ts';
import { foldedNodes } from '../nodes/folded.ts';
import { fitOptions, leastZoom } from './fit-options.ts';
import { type Cover, type Side, viewAround } from './view-around.ts';

/** What lies over the canvas, and at which of its edges. */
const covering: readonly (readonly [string, readonly Side[]])[] = [
  ['[data-graph-notes]', ['top']],
  ['[data-walk-bar]', ['top']],
  ['[data-spread-legend]', ['top']],
  ['.react-flow__panel.bottom.left', ['bottom', 'left']],
  ['.react-flow__minimap', ['bottom', 'right']],
];

/** Room around everything where numbers stand beside the nodes: a share of the size of what is shown. */
const TIGHT = 0.04;

/** What is fitted, and how large it may become. */
export type FitOptions = Pick<typeof fitOptions, 'padding' | 'maxZoom'>;

/**
 * Shows all of the network, its blocks' frames and what stands beside it included, where nothing lies over it;
 * returns how.
 */
export async function fitAll(
  flow: Pick<ReactFlowInstance, 'getNodes' | 'setViewport'>,
  document: GraphDocument,
  { duration, ...options }: FitOptions & { readonly duration?: number } = fitOptions,
  beside: readonly Rect[] = [],
): Promise<Viewport | undefined> {
  const nodes = flow.getNodes().filter(({ hidden, measured }) => !hidden && measured);
  const view = viewOfAll(document, nodes.map(boxOf), options, beside);
  if (view) await flow.setViewport(view, duration === undefined ? {} : { duration });
  return view;
}

/** How all boxes of a document are seen at once; none without boxes or without a canvas. */
export function viewOfAll(
  shown: GraphDocument,
  boxes: readonly Box[],
  { padding, maxZoom }: FitOptions = fitOptions,
  beside: readonly Rect[] = [],
): Viewport | undefined {
  const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (!canvas || canvas.width === 0 || boxes.length === 0) return undefined;
  const { width, height } = canvas;
  const minZoom = leastZoom(boxes.length);
  const all = [...boxes, ...frames(shown, boxes), ...beside];
  // Numbers are small: where they stand beside nodes, hardly any room is left free around everything.
  const room = beside.length > 0 ? TIGHT : padding;
  const limits = { width, height, padding: room, minZoom, maxZoom };
  return viewAround(all, coversOf(canvas), limits, wires(shown, boxes));
}

/** Where something measured stands on the canvas. */
export const boxOf = ({ id, position, measured }: Node): Box => ({
  id,
  ...position,
  width: measured?.width ?? 0,
  height: measured?.height ?? 0,
});

/** What wires take beside the nodes; those inside a collapsed block are not seen. */
function wires(shown: GraphDocument, boxes: readonly Box[]): Rect[] {
  const folded = foldedNodes(shown);
  const seen = shown.graph.wires.map((wire) => ({
    ...wire,
    from: folded.get(wire.from) ?? wire.from,
    to: folded.get(wire.to) ?? wire.to,
  }));
  const layers = boxes.filter(({ id }) => noteOf(id) === undefined);
  const between = seen.filter(({ from, to }) => from !== to);
  return wireRooms(layers, between, flowOf(shown));
}

/** The frames of the blocks that are open, with their titles. */
function frames({ blocks }: GraphDocument, boxes: readonly Box[]): Rect[] {
  const layers = boxes.filter(({ id }) => noteOf(id) === undefined);
  return Object.values(blocks ?? {}).flatMap(({ nodes, collapsed }) => {
    const members = layers.filter(({ id }) => nodes.includes(id));
    if (collapsed || members.length === 0) return [];
    const others = layers.filter(({ id }) => !nodes.includes(id));
    return framesOf(members, others).map(({ left, top, ...size }) => ({
      x: left,
      y: top,
      ...size,
    }));
  });
}

/** What lies over the canvas, in pixels of the screen from its corner. */
export function coversOf(canvas: DOMRect): Cover[] {
  return covering.flatMap(([selector, sides]) => {
    const { x, y, width, height } =
      document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    if (width === 0) return [];
    return [{ box: { x: x - canvas.x, y: y - canvas.y, width, height }, sides }];
  });
}
