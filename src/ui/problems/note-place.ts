import { type Box, collide } from '../../document/free-spot.ts';

/** Where a note stands at its node: on which side, and with which edge level there. */
export type NotePlace = 'below' | 'below-left' | 'above' | 'above-left' | 'right' | 'left';

/** Places in the order in which they are tried, along a flow to the right and one downwards. */
const orders = {
  right: ['below', 'below-left', 'above', 'above-left'],
  down: ['right', 'left', 'below', 'above'],
} as const satisfies Record<string, readonly NotePlace[]>;

/** What is kept between a node and its note, in pixels. */
const GAP = 6;

/**
 * Where the note of a node neither covers another node nor leaves what is seen of the canvas; where that is
 * nowhere, it is seen at least. Boxes are in pixels of the canvas.
 */
export function placeNote(
  node: Box,
  size: Pick<Box, 'width' | 'height'>,
  others: readonly Box[],
  seen: Box,
  flow: keyof typeof orders,
): NotePlace {
  const order = orders[flow];
  const isSeen = (place: NotePlace): boolean => within(boxAt(place, node, size), seen);
  const isFree = (place: NotePlace): boolean =>
    !others.some((other) => collide(boxAt(place, node, size), other, 0));
  const [usual] = order;
  return (
    order.find((place) => isSeen(place) && isFree(place)) ??
    order.find(isSeen) ??
    order.find(isFree) ??
    usual
  );
}

function boxAt(place: NotePlace, node: Box, size: Pick<Box, 'width' | 'height'>): Box {
  const right = node.x + node.width;
  const above = node.y - GAP - size.height;
  const below = node.y + node.height + GAP;
  const corners: Record<NotePlace, readonly [x: number, y: number]> = {
    below: [node.x, below],
    'below-left': [right - size.width, below],
    above: [node.x, above],
    'above-left': [right - size.width, above],
    right: [right + GAP, node.y],
    left: [node.x - GAP - size.width, node.y],
  };
  const [x, y] = corners[place];
  return { x, y, width: size.width, height: size.height };
}

const within = (box: Box, seen: Box): boolean =>
  box.x >= seen.x &&
  box.y >= seen.y &&
  box.x + box.width <= seen.x + seen.width &&
  box.y + box.height <= seen.y + seen.height;
