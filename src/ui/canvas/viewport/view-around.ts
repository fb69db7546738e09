import type { Rect, Viewport } from '@xyflow/react';

/** An edge of the canvas. */
export type Side = 'top' | 'right' | 'bottom' | 'left';

/** Something that lies over the canvas, in pixels of the screen from the canvas's corner. */
export interface Cover {
  readonly box: Rect;
  /** The edges that it lies at: what keeps clear of it stays away from one of them. */
  readonly sides: readonly Side[];
}

/** How the canvas may be looked at. */
interface Limits {
  /** Width and height of the canvas, in pixels of the screen. */
  readonly width: number;
  readonly height: number;
  /** Room around everything: a share of the size of what is shown. */
  readonly padding: number;
  readonly minZoom: number;
  readonly maxZoom: number;
}

type Insets = Readonly<Record<Side, number>>;

/** Room between what is shown and what lies over the canvas, in pixels of the screen. */
const GAP = 12;

/** Room around wires, where they would be cut off without: a share of the size of what is shown. */
const WIRE_PADDING = 0.02;

/**
 * How the canvas is looked at so that all boxes are seen, as large as can be, with nothing lying over one of
 * them. Where nothing does anyway, they stand in the middle. Wires run through the room around the boxes; where
 * the edge of the canvas would cut one off, all is seen smaller. Boxes are in the canvas's own pixels.
 */
export function viewAround(
  boxes: readonly Rect[],
  covers: readonly Cover[],
  limits: Limits,
  wires: readonly Rect[] = [],
): Viewport {
  const view = viewOfBoxes(boxes, covers, limits);
  if (wires.every((wire) => isWithin(wire, view, limits))) return view;
  const maxZoom = Math.min(limits.maxZoom, view.zoom);
  return viewOfBoxes([...boxes, ...wires], covers, { ...limits, maxZoom, padding: WIRE_PADDING });
}

function viewOfBoxes(boxes: readonly Rect[], covers: readonly Cover[], limits: Limits): Viewport {
  const bounds = boundsOf(boxes);
  const views = insetsAround(covers, limits).flatMap((insets) => {
    const view = fitInto(bounds, insets, limits);
    return view ? [view] : [];
  });
  const clear = views.filter((view) => !covers.some(({ box }) => lies(box, boxes, view)));
  const [first, ...others] = clear.length > 0 ? clear : views;
  const start = first ?? { x: 0, y: 0, zoom: limits.maxZoom };
  return others.reduce((best, view) => (view.zoom > best.zoom ? view : best), start);
}

/** The box around all boxes. */
function boundsOf(boxes: readonly Rect[]): Rect {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/**
 * All ways to keep away from what lies over the canvas; the first leaves it out of account. What is kept away
 * from takes its share of the room around everything with it.
 */
function insetsAround(covers: readonly Cover[], limits: Limits): Insets[] {
  let ways: Insets[] = [{ top: 0, right: 0, bottom: 0, left: 0 }];
  for (const { box, sides } of covers) {
    const kept = sides.flatMap((side) =>
      ways.map((taken) => ({ ...taken, [side]: Math.max(taken[side], reach(box, side, limits)) })),
    );
    ways = ways.concat(kept);
  }
  return ways.map((taken) => withRoom(taken, limits));
}

/** What is kept free: what something else takes, and room around everything. */
function withRoom(taken: Insets, { width, height, padding }: Limits): Insets {
  const share = padding / (1 + padding) / 2;
  const across = share * (width - taken.left - taken.right);
  const down = share * (height - taken.top - taken.bottom);
  const beside = (by: number, room: number): number => (by > 0 ? Math.max(by + GAP, room) : room);
  return {
    top: beside(taken.top, down),
    right: beside(taken.right, across),
    bottom: beside(taken.bottom, down),
    left: beside(taken.left, across),
  };
}

/** How far something reaches into the canvas from an edge. */
function reach(box: Rect, side: Side, { width, height }: Limits): number {
  if (side === 'top') return box.y + box.height;
  if (side === 'left') return box.x + box.width;
  return side === 'bottom' ? height - box.y : width - box.x;
}

/** None where the insets leave no room. */
function fitInto(bounds: Rect, insets: Insets, limits: Limits): Viewport | undefined {
  const width = limits.width - insets.left - insets.right;
  const height = limits.height - insets.top - insets.bottom;
  if (width <= 0 || height <= 0) return undefined;
  const fits = Math.min(width / bounds.width, height / bounds.height, limits.maxZoom);
  const zoom = Math.max(fits, limits.minZoom);
  return {
    x: insets.left + width / 2 - (bounds.x + bounds.width / 2) * zoom,
    y: insets.top + height / 2 - (bounds.y + bounds.height / 2) * zoom,
    zoom,
  };
}

/** Whether something lies over one of the boxes. */
const lies = (cover: Rect, boxes: readonly Rect[], { x, y, zoom }: Viewport): boolean =>
  boxes.some(
    (box) =>
      box.x * zoom + x < cover.x + cover.width &&
      (box.x + box.width) * zoom + x > cover.x &&
      box.y * zoom + y < cover.y + cover.height &&
      (box.y + box.height) * zoom + y > cover.y,
  );

/** Whether a box is seen whole. */
const isWithin = (box: Rect, { x, y, zoom }: Viewport, { width, height }: Limits): boolean =>
  box.x * zoom + x >= 0 &&
  box.y * zoom + y >= 0 &&
  (box.x + box.width) * zoom + x <= width &&
  (box.y + box.height) * zoom + y <= height;
