import type { Command } from '../../document/commands.ts';
import { type Fragment, renewed, shifted, takenIds } from '../../document/fragment.ts';
import { type Box, collide } from '../../document/free-spot.ts';
import { notesOf } from '../../document/notes.ts';
import type { PartCommand } from '../../document/parts.ts';
import { withinCanvas } from '../../document/placement.ts';
import type { GraphDocument, Layout, Position } from '../../document/schema.ts';

/** Room that is left around a part that moves out of the way, in pixels. */
const GAP = 48;
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

/** What is drawn on the canvas, with its size in pixels. */
export type Drawn = Box & { readonly id: string };

/**
 * Adds a part with its middle at a point, or where it comes from; where something stands there, at the
 * nearest free place beside or below. What was not drawn yet counts as of common size.
 */
export function planPart(
  document: GraphDocument,
  taken: ReadonlySet<string>,
  fragment: Fragment,
  how: PartCommand['how'],
  at?: Position,
  drawn: readonly Drawn[] = [],
): PartAddition {
  const sizes = new Map(drawn.map((box) => [box.id, box]));
  const boxesOf = (places: Places): Box[] => [
    ...Object.entries(places.layout).map(([id, { x, y }]) => {
      const { width, height } = sizes.get(id) ?? NODE;
      return { x, y, width, height };
    }),
    ...Object.values(notesOf(places)),
  ];
  const bounds = boundsOf(boxesOf(fragment));
  const towards = at
    ? { x: at.x - bounds.x - bounds.width / 2, y: at.y - bounds.y - bounds.height / 2 }
    : { x: 0, y: 0 };
  const wanted = { ...bounds, x: bounds.x + towards.x, y: bounds.y + towards.y };
  const aside = wayAside(wanted, [...boxesOf(document), ...drawn]);
  const by = { x: towards.x + aside.x, y: towards.y + aside.y };
  return planPartAsIs(document, taken, shifted(fragment, by), how);
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

/** The box around boxes; one of no size where there is none. */
function boundsOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** The shorter way, down or to the right, to where a box covers none of the others. */
function wayAside(box: Box, others: readonly Box[]): Position {
  if (!others.some((other) => collide(box, other, 0))) return { x: 0, y: 0 };
  const way = (axis: 'x' | 'y', side: 'width' | 'height'): number => {
    let at = box[axis];
    for (;;) {
      const hit = others.filter((other) => collide({ ...box, [axis]: at }, other, GAP - 1));
      if (hit.length === 0) return at - box[axis];
      at = Math.max(...hit.map((other) => other[axis] + other[side])) + GAP;
    }
  };
  const [right, down] = [way('x', 'width'), way('y', 'height')];
  return right < down ? { x: right, y: 0 } : { x: 0, y: down };
}
