import { Position, type ReactFlowState } from '@xyflow/react';

/** Size of a hint, and how far from its node it stands, in pixels. */
export const hintSize = { width: 244, height: 64 };
const [GAP, EDGE] = [12, 8];

/** The side of its node that a hint stands at. */
export type HintSide = 'below' | 'above' | 'right' | 'left';

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The first side of a node where a hint covers nothing; none, if there is no such side. */
export function freeSide(
  state: ReactFlowState,
  node: string,
  atPort: boolean,
  others: readonly Rect[],
): HintSide | undefined {
  const canvas = {
    x: EDGE,
    y: EDGE,
    width: state.width - 2 * EDGE,
    height: state.height - 2 * EDGE,
  };
  const taken = [
    ...[...state.nodeLookup.keys()].flatMap((id) => rectOf(state, id) ?? []),
    ...others,
  ];
  return (['below', 'above', 'right', 'left'] as const).find((side) => {
    const box = hintRect(state, node, side, atPort);
    return box && holds(canvas, box) && !taken.some((other) => overlap(box, other));
  });
}

/** Where a hint at a side of a node, or by its output port, stands: in pixels from the canvas' corner. */
export function hintRect(
  state: ReactFlowState,
  node: string,
  side: HintSide,
  atPort: boolean,
): Rect | undefined {
  const box = rectOf(state, node);
  if (!box) return undefined;
  const { width, height } = hintSize;
  const port = state.nodeLookup.get(node)?.internals.handleBounds?.source?.[0]?.position;
  const centre = atPort && port === Position.Right ? box.x + box.width : box.x + box.width / 2;
  const middle = { x: centre - width / 2, y: box.y + (box.height - height) / 2 };
  const x = Math.max(EDGE, Math.min(state.width - width - EDGE, middle.x));
  const at = {
    below: { x, y: box.y + box.height + GAP },
    above: { x, y: box.y - height - GAP },
    right: { x: box.x + box.width + GAP, y: middle.y },
    left: { x: box.x - width - GAP, y: middle.y },
  }[side];
  return { ...at, ...hintSize };
}

/** A node's box on screen, from the canvas' corner. */
function rectOf({ nodeLookup, transform }: ReactFlowState, id: string): Rect | undefined {
  const node = nodeLookup.get(id);
  if (!node || node.hidden) return undefined;
  const [x, y, zoom] = transform;
  const { positionAbsolute: at } = node.internals;
  return {
    x: at.x * zoom + x,
    y: at.y * zoom + y,
    width: (node.measured.width ?? 0) * zoom,
    height: (node.measured.height ?? 0) * zoom,
  };
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const holds = (a: Rect, b: Rect): boolean =>
  b.x >= a.x && b.y >= a.y && b.x + b.width <= a.x + a.width && b.y + b.height <= a.y + a.height;
