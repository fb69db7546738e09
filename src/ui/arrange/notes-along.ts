import type { Box } from '../../document/drawing/lanes.ts';
import { freeSpot } from '../../document/free-spot.ts';
import type { NoteBox } from '../../document/notes.ts';
import type { Position } from '../../document/schema.ts';

type Extent = Omit<Box, 'id'>;

/**
 * Where comments go when nodes are laid out anew: each by as much as the nodes that it lies on, or the node
 * that it stands nearest to. One that lies on none, or only reaches over an edge, is kept clear of them. `boxes` are the nodes before,
 * `positions` the places of those that moved, all in pixels; comments that stay are left out.
 */
export function notesAlong(
  notes: Readonly<Record<string, NoteBox>>,
  boxes: readonly Box[],
  positions: Readonly<Record<string, Position>>,
): Record<string, Position> {
  const after = boxes.map((box) => ({ ...box, ...positions[box.id] }));
  const places = new Map(after.map((box) => [box.id, box]));
  const settled = new Map<string, Extent>();
  const free: [string, Extent][] = [];
  for (const [id, note] of Object.entries(notes)) {
    const under = boxes.filter(
      (box) => covers(note, middleOf([box])) || covers(box, middleOf([note])),
    );
    const anchors = under.length > 0 ? under : nearest(note, boxes);
    const { x, y } = shiftOf(
      anchors,
      anchors.map((box) => places.get(box.id) ?? box),
    );
    const at = { ...note, x: Math.round(note.x + x), y: Math.round(note.y + y) };
    if (x === 0 && y === 0) settled.set(id, note);
    else if (under.length > 0) settled.set(id, at);
    else free.push([id, at]);
  }
  for (const [id, wanted] of free) {
    settled.set(id, { ...wanted, ...freeSpot(wanted, [...after, ...settled.values()]) });
  }
  return Object.fromEntries(
    [...settled].flatMap(([id, { x, y }]) =>
      x === notes[id]?.x && y === notes[id]?.y ? [] : [[id, { x, y }]],
    ),
  );
}

/** How far the middle of what boxes cover together has gone. */
function shiftOf(before: readonly Extent[], after: readonly Extent[]): Position {
  if (before.length === 0) return { x: 0, y: 0 };
  const [from, to] = [middleOf(before), middleOf(after)];
  return { x: to.x - from.x, y: to.y - from.y };
}

const middleOf = (boxes: readonly Extent[]): Position => ({
  x:
    (Math.min(...boxes.map(({ x }) => x)) + Math.max(...boxes.map((box) => box.x + box.width))) / 2,
  y:
    (Math.min(...boxes.map(({ y }) => y)) + Math.max(...boxes.map((box) => box.y + box.height))) /
    2,
});

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
