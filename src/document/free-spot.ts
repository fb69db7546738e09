import type { Position } from './schema.ts';

/** A rectangle on the canvas, in pixels; its corner is at the top left. */
export interface Box extends Position {
  readonly width: number;
  readonly height: number;
}

/** Room that is left around a node, in pixels. */
const GAP = 24;

/** Whether two boxes cover each other or stand closer than the gap. */
export const collide = (a: Box, b: Box, gap: number): boolean =>
  a.x < b.x + b.width + gap &&
  b.x < a.x + a.width + gap &&
  a.y < b.y + b.height + gap &&
  b.y < a.y + a.height + gap;

/** The place nearest to the wanted one where a box covers none of the others. */
export function freeSpot(wanted: Box, others: readonly Box[]): Position {
  // What is not covered may stand as close as a hand put it.
  if (!others.some((other) => collide(wanted, other, 0))) return { x: wanted.x, y: wanted.y };
  const distance = ({ x, y }: Position): number => Math.hypot(x - wanted.x, y - wanted.y);
  const tried = new Set<string>();
  let open: Position[] = [wanted];
  // Grown from what is in the way, nearest first: one of the places beside the outermost box is free.
  for (let at = open.shift(); at; at = open.shift()) {
    const { x, y } = at;
    const hit = others.filter((other) => collide({ ...wanted, x, y }, other, GAP - 1));
    if (hit.length === 0) return { x, y };
    for (const box of hit) {
      const beside: Position[] = [
        { x, y: box.y + box.height + GAP },
        { x, y: box.y - wanted.height - GAP },
        { x: box.x + box.width + GAP, y },
        { x: box.x - wanted.width - GAP, y },
      ];
      for (const next of beside) {
        const key = `${next.x} ${next.y}`;
        if (tried.has(key)) continue;
        tried.add(key);
        open.push(next);
      }
    }
    open = open.sort((a, b) => distance(a) - distance(b));
  }
  return { x: wanted.x, y: wanted.y };
}
