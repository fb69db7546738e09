import type { Box } from '../../document/drawing/lanes.ts';
import { freeSpot } from '../../document/free-spot.ts';
import { noteSizes } from '../../document/note-schema.ts';
import type { NoteBox } from '../../document/notes.ts';
import type { Position } from '../../document/schema.ts';

type Extent = Omit<Box, 'id'>;

/**
 * Where comments go when nodes are laid out anew: each by as much as the nodes that it lies on, or the node
 * that it stands nearest to. One that frames nodes is as large as to frame
 * them again, as far as a comment may grow. One that lies on none,
 * or only reaches over an edge, is kept clear of them. `boxes` are the nodes before, `positions` the places of
 * those that moved, all in pixels; comments that stay as they are are left out.
 */
export function notesAlong(
  notes: Readonly<Record<string, NoteBox>>,
  boxes: readonly Box[],
  positions: Readonly<Record<string, Position>>,
): Record<string, NoteBox> {
  const after = boxes.map((box) => ({ ...box, ...positions[box.id] }));
  const places = new Map(after.map((box) => [box.id, box]));
  const settled = new Map<string, Extent>();
  const free: [string, Extent][] = [];
  for (const [id, note] of Object.entries(notes)) {
    const under = boxes.filter(
      (box) => covers(note, middleOf([box])) || covers(box, middleOf([note])),
    );
    const inside = under.filter((box) => frames(note, box));
    const anchors = [inside, under].find((each) => each.length > 0) ?? nearest(note, boxes);
    const moved = anchors.map((box) => places.get(box.id) ?? box);
    const around = inside.length > 0 && !goTogether(inside, moved) && framed(note, inside, moved);
    if (around) {
      settled.set(id, around);
      continue;
    }
    const { x, y } = shiftOf(anchors, moved);
    const at = { ...note, x: Math.round(note.x + x), y: Math.round(note.y + y) };
    if (x === 0 && y === 0) settled.set(id, note);
    else if (under.length > 0) settled.set(id, at);
    else free.push([id, at]);
  }
  for (const [id, wanted] of free) {
    settled.set(id, { ...wanted, ...freeSpot(wanted, [...after, ...settled.values()]) });
  }
  return Object.fromEntries(
    [...settled].flatMap(([id, { x, y, width, height }]) => {
      const note = notes[id];
      const same = note?.x === x && note.y === y && note.width === width && note.height === height;
      return same ? [] : [[id, { x, y, width, height }]];
    }),
  );
}

const frames = (note: Extent, box: Extent): boolean =>
  box.x >= note.x &&
  box.y >= note.y &&
  box.x + box.width <= note.x + note.width &&
  box.y + box.height <= note.y + note.height;

/** Whether all boxes have gone equally far. */
function goTogether(before: readonly Extent[], after: readonly Extent[]): boolean {
  const ways = before.map(({ x, y }, i) => `${(after[i]?.x ?? x) - x} ${(after[i]?.y ?? y) - y}`);
  return new Set(ways).size === 1;
}

/**
 * A comment around boxes that have moved, with the room at its edges that it had around them before; none where
 * it would be larger than a comment can be.
 */
function framed(
  note: Extent,
  before: readonly Extent[],
  after: readonly Extent[],
): Extent | undefined {
  const [old, now] = [boundsOf(before), boundsOf(after)];
  const x = Math.floor(now.left - Math.max(0, old.left - note.x));
  const y = Math.floor(now.top - Math.max(0, old.top - note.y));
  const right = now.right + Math.max(0, note.x + note.width - old.right);
  const bottom = now.bottom + Math.max(0, note.y + note.height - old.bottom);
  const [width, height] = [Math.ceil(right - x), Math.ceil(bottom - y)];
  const fits = width <= noteSizes.width[1] && height <= noteSizes.height[1];
  return fits ? { x, y, width, height } : undefined;
}

const boundsOf = (boxes: readonly Extent[]) => ({
  left: Math.min(...boxes.map(({ x }) => x)),
  top: Math.min(...boxes.map(({ y }) => y)),
  right: Math.max(...boxes.map(({ x, width }) => x + width)),
  bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
});

/** How far the middle of what boxes cover together has gone. */
function shiftOf(before: readonly Extent[], after: readonly Extent[]): Position {
  if (before.length === 0) return { x: 0, y: 0 };
  const [from, to] = [middleOf(before), middleOf(after)];
  return { x: to.x - from.x, y: to.y - from.y };
}

function middleOf(boxes: readonly Extent[]): Position {
  const { left, top, right, bottom } = boundsOf(boxes);
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

const covers = (box: Extent, { x, y }: Position): boolean =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

/** The box that is nearest; none where there are no boxes. */
function nearest(note: Extent, boxes: readonly Box[]): readonly Box[] {
  let best: Box | undefined;
  let least = Infinity;
  for (const box of boxes) {
    const gap = gapBetween(note, box);
    if (gap >= least) continue;
    [best, least] = [box, gap];
  }
  return best ? [best] : [];
}

/** How far two boxes are apart. */
const gapBetween = (a: Extent, b: Extent): number =>
  Math.hypot(
    Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width),
    Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height),
  );
