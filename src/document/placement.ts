import { CANVAS_REACH } from './coordinate.ts';
import { freeSpot } from './free-spot.ts';
import { positionOf } from './queries.ts';
import type { GraphDocument, Layout, Position, Wire } from './schema.ts';
import { COLUMN, NODE_SIZE } from './spacing.ts';

/** Nodes in a row before a chain that grows starts the next one. */
const ROW_LENGTH = 3;
/** Distance between the tops of rows, in pixels. */
const ROW = 140;

/** Where a new node goes: at a point, or beside a node that stands already. */
export type Placement = Position | { readonly rightOf: string } | { readonly leftOf: string };

/** A position on the canvas; what lies outside is brought to its edge. */
export function withinCanvas({ x, y }: Position): Position {
  const clamp = (value: number): number => Math.min(CANVAS_REACH, Math.max(-CANVAS_REACH, value));
  return { x: clamp(x), y: clamp(y) };
}

/** The point that a placement means in this document. A taken place moves the node down. */
export function place(document: GraphDocument, placement: Placement): Position {
  if ('x' in placement) return withinCanvas(placement);
  const right = 'rightOf' in placement;
  const anchor = positionOf(document, right ? placement.rightOf : placement.leftOf);
  if (document.flow === 'down') return placeBelow(document, anchor, right ? 1 : -1);
  const left = Math.min(anchor.x, ...Object.values(document.layout).map(({ x }) => x));
  const full = right && anchor.x - left >= (ROW_LENGTH - 1) * COLUMN;
  const at = full
    ? { x: left, y: anchor.y + ROW }
    : { x: anchor.x + (right ? COLUMN : -COLUMN), y: anchor.y };
  while (isTaken(document.layout, at)) at.y += ROW;
  return withinCanvas(at);
}

/** Whether a node at a place would lie on another one. */
const isTaken = (layout: Layout, { x, y }: Position): boolean =>
  Object.values(layout).some(
    (other) => Math.abs(other.x - x) < COLUMN * 0.7 && Math.abs(other.y - y) < 80,
  );

/** The place below a node, or above it; a taken place moves it to the right. */
function placeBelow({ layout }: GraphDocument, anchor: Position, side: 1 | -1): Position {
  const at = { x: anchor.x, y: anchor.y + side * ROW };
  while (isTaken(layout, at)) at.x += COLUMN;
  return withinCanvas(at);
}

/** A place in the middle of a wire, and the layout with the rest of its row pushed aside. */
export function makeRoom(document: GraphDocument, wire: Wire): { at: Position; layout: Layout } {
  const from = positionOf(document, wire.from);
  const to = positionOf(document, wire.to);
  if (document.flow === 'down') return makeRoomBelow(document, wire);
  const gap = to.x - from.x;
  const sameRow = Math.abs(to.y - from.y) < 100;
  const wide = gap >= 2 * COLUMN || !sameRow || gap < 0;
  if (wide) return { at: between(document, from, to), layout: document.layout };
  const shift = 2 * COLUMN - gap;
  const layout: Layout = { ...document.layout };
  for (const id of Object.keys(document.layout)) {
    const here = positionOf(document, id);
    const inRow = Math.abs(here.y - to.y) < ROW / 2;
    if (here.x >= to.x && inRow) layout[id] = withinCanvas({ x: here.x + shift, y: here.y });
  }
  return { at: { x: from.x + COLUMN, y: from.y }, layout };
}

/** The free place nearest to the middle between two nodes. */
function between({ layout }: GraphDocument, from: Position, to: Position): Position {
  const others = Object.values(layout).map((at) => ({ ...at, ...NODE_SIZE }));
  return freeSpot({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, ...NODE_SIZE }, others);
}

/** As `makeRoom`, where the drawing is read from top to bottom. */
function makeRoomBelow(document: GraphDocument, wire: Wire): { at: Position; layout: Layout } {
  const from = positionOf(document, wire.from);
  const to = positionOf(document, wire.to);
  const gap = to.y - from.y;
  const wide = gap >= 2 * ROW || Math.abs(to.x - from.x) >= 100 || gap < 0;
  if (wide) return { at: between(document, from, to), layout: document.layout };
  const layout: Layout = { ...document.layout };
  for (const id of Object.keys(document.layout)) {
    const here = positionOf(document, id);
    if (here.y >= to.y && Math.abs(here.x - to.x) < COLUMN / 2)
      layout[id] = withinCanvas({ x: here.x, y: here.y + 2 * ROW - gap });
  }
  return { at: { x: from.x, y: from.y + ROW }, layout };
}
