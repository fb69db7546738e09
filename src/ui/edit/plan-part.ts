import type { Command } from '../../document/commands.ts';
import { type Fragment, renewed, shifted, takenIds } from '../../document/fragment.ts';
import { type Box, collide } from '../../document/free-spot.ts';
import { notesOf } from '../../document/notes.ts';
import type { PartCommand } from '../../document/parts.ts';
import { withinCanvas } from '../../document/placement.ts';
import type { GraphDocument, Layout, Position } from '../../document/schema.ts';

/** How far a copy goes to stand beside what is there already, in pixels. */
const STEP = 140;
/** A node of common size, in pixels. */
const NODE = { width: 194, height: 76 } as const;

/** Commands that add a part of a network, and the ids that its nodes and comments get. */
export interface PartAddition {
  readonly ids: readonly string[];
  readonly notes: readonly string[];
  readonly commands: readonly Command[];
}

/** What stands somewhere: the nodes and comments of a document, or of a part of one. */
type Places = Pick<GraphDocument, 'layout' | 'notes'>;

/** Adds a part with its middle at a point, or below what stands where it comes from. */
export function planPart(
  document: GraphDocument,
  taken: ReadonlySet<string>,
  fragment: Fragment,
  how: PartCommand['how'],
  at?: Position,
): PartAddition {
  const there = at
    ? besides(document, shifted(fragment, towards(fragment, at)))
    : shifted(fragment, { x: 0, y: roomBelow(document, fragment) });
  return planPartAsIs(document, taken, there, how);
}

/** Adds a copy of nodes and comments at the places to which they were carried. */
export function planCopyAt(
  document: GraphDocument,
  taken: ReadonlySet<string>,
  fragment: Fragment,
  positions: Layout,
  notePositions: Layout,
): PartAddition {
  const carried = <T extends Position>(
    entries: Readonly<Record<string, T>>,
    to: Layout,
  ): Record<string, T> =>
    Object.fromEntries(
      Object.entries(entries).map(([id, old]) => [id, { ...old, ...withinCanvas(to[id] ?? old) }]),
    );
  const there: Fragment = {
    ...fragment,
    layout: carried(fragment.layout, positions),
    ...(fragment.notes && { notes: carried(fragment.notes, notePositions) }),
  };
  return planPartAsIs(document, taken, there, 'duplicate');
}

function planPartAsIs(
  document: GraphDocument,
  taken: ReadonlySet<string>,
  fragment: Fragment,
  how: PartCommand['how'],
): PartAddition {
  const part = renewed(fragment, takenIds(document, taken));
  return {
    ids: Object.keys(part.graph.nodes),
    notes: Object.keys(part.notes ?? {}),
    commands: [{ type: 'addPart', how, part }],
  };
}

/** How far the middle of a part is from a point. */
function towards(part: Places, at: Position): Position {
  const boxes = [...nodeBoxes(part), ...noteBoxes(part)];
  if (boxes.length === 0) return { x: 0, y: 0 };
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return { x: at.x - (left + right) / 2, y: at.y - (top + bottom) / 2 };
}

/** The part, moved a little so that nothing of it hides another of its sort. */
function besides(there: Places, part: Fragment): Fragment {
  const corners = ({ layout, notes = {} }: Places): string[] => [
    ...Object.values(layout).map(({ x, y }) => `node ${Math.round(x)} ${Math.round(y)}`),
    ...Object.values(notes).map(({ x, y }) => `note ${Math.round(x)} ${Math.round(y)}`),
  ];
  const taken = new Set(corners(there));
  for (let step = 0; ; step += 24) {
    const moved = shifted(part, { x: step, y: step });
    const hides = corners(moved).some((corner) => taken.has(corner));
    if (!hides || step > 2400) return moved;
  }
}

/** How far down a part must go to lie on nothing. Nodes alone may lie on a comment, as they do in it. */
function roomBelow(there: Places, part: Places): number {
  const [nodes, notes] = [nodeBoxes(part), noteBoxes(part)];
  const others = nodeBoxes(there);
  const all = notes.length > 0 ? [...others, ...noteBoxes(there)] : others;
  for (let down = 0; ; down += STEP) {
    const clear = [...nodes, ...notes].every((box) =>
      all.every((other) => !collide({ ...box, y: box.y + down }, other, 0)),
    );
    if (clear || down > 100 * STEP) return down;
  }
}

const nodeBoxes = ({ layout }: Places): Box[] =>
  Object.values(layout).map(({ x, y }) => ({ x, y, ...NODE }));

const noteBoxes = (places: Places): readonly Box[] => Object.values(notesOf(places));
