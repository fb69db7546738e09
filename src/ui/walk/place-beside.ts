import type { Rect } from '@xyflow/react';

/** Something that wants a place beside the box that it belongs to, in pixels of the canvas. */
export interface Wanting {
  readonly id: string;
  readonly anchor: Rect;
  readonly width: number;
  readonly height: number;
  /** It is shown wherever there is room, however far off. */
  readonly anywhere?: boolean;
}

/** Between two things that stand beside each other, in pixels of the canvas. */
const GAP = 5;

/** How far from its box something is still seen to belong to it, in pixels of the canvas. */
const REACH = 320;

/** What a place costs that is off the middle of its box, a pixel; and what one above it does. */
const ASIDE = 0.1;
const ABOVE = 1;

/**
 * A free place for each, as near to its box as can be, rather below than above: over none of the boxes that are
 * taken, and over no other. What finds none within reach is left out, or looks further off when all others stand:
 * they stand where they would without it.
 */
export function placeBeside(
  all: readonly Wanting[],
  taken: readonly Rect[],
): ReadonlyMap<string, Rect> {
  const places = new Map<string, Rect>();
  const put = (wanting: Wanting, reach: number): boolean => {
    const place = placeOf(wanting, reach, [...taken, ...places.values()]);
    if (place) places.set(wanting.id, place);
    return place !== undefined;
  };
  const left = all.filter((wanting) => !put(wanting, REACH));
  for (const wanting of left) {
    if (!wanting.anywhere) continue;
    // Beside what stands furthest to one side there is room.
    for (let reach = 2 * REACH; !put(wanting, reach); ) reach *= 2;
  }
  return places;
}

/** The best place within reach. Every box nearby has to be weighed with every other, so only those are looked at. */
function placeOf({ anchor, width, height }: Wanting, reach: number, taken: readonly Rect[]) {
  const far = reach + Math.max(width, height);
  const near = taken.filter((box) => apart(box, anchor) <= far);
  const edges = [anchor, ...near];
  const xs = edges.flatMap((box) => [box.x + box.width + GAP, box.x - GAP - width]);
  const ys = edges.flatMap((box) => [box.y + box.height + GAP, box.y - GAP - height]);
  const middle = anchor.x + (anchor.width - width) / 2;
  xs.push(middle, anchor.x, anchor.x + anchor.width - width);
  ys.push(anchor.y, anchor.y + (anchor.height - height) / 2);
  const tries = xs
    .flatMap((x) => ys.map((y): Rect => ({ x, y, width, height })))
    .filter((box) => apart(box, anchor) <= reach)
    .map((box) => ({ box, cost: costOf(box, anchor, middle) }))
    .sort((a, b) => a.cost - b.cost);
  return tries.find(({ box }) => near.every((other) => !overlap(box, other)))?.box;
}

const costOf = (box: Rect, anchor: Rect, middle: number): number =>
  apart(box, anchor) + ASIDE * Math.abs(box.x - middle) + (box.y < anchor.y ? ABOVE : 0);

/** How far two boxes are apart, in pixels; 0 where they touch. */
export function apart(a: Rect, b: Rect): number {
  const across = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  const down = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.hypot(across, down);
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
