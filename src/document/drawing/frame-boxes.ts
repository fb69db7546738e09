import type { Box } from './lanes.ts';

/** Room between a block's nodes and its frame, in pixels. */
const ROOM = 14;
/** Room above a block's nodes for its title, in pixels. */
export const TITLE = 36;

/** A rectangle on the canvas, in pixels. */
export interface FrameBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The frame around a block's nodes: one rectangle, or one around each node where others stand among
 * them. The first has room for the title.
 */
export function framesOf(members: readonly Box[], others: readonly Box[]): readonly FrameBox[] {
  const whole = around(members, TITLE);
  if (!others.some((other) => isWithin(other, whole))) return [whole];
  const inOrder = [...members].sort((a, b) => rowOf(a) - rowOf(b) || a.x - b.x);
  return inOrder.map((node, i) => around([node], i === 0 ? TITLE : ROOM));
}

const rowOf = ({ y }: Box): number => Math.round(y / 60);

function around(nodes: readonly Box[], above: number): FrameBox {
  const left = Math.min(...nodes.map(({ x }) => x)) - ROOM;
  const top = Math.min(...nodes.map(({ y }) => y)) - above;
  const right = Math.max(...nodes.map(({ x, width }) => x + width));
  const bottom = Math.max(...nodes.map(({ y, height }) => y + height));
  return { left, top, width: right + ROOM - left, height: bottom + ROOM - top };
}

/** Whether a node stands inside a frame, touching it apart. */
const isWithin = ({ x, y, width, height }: Box, box: FrameBox): boolean =>
  x + width > box.left + ROOM &&
  x < box.left + box.width - ROOM &&
  y + height > box.top + ROOM &&
  y < box.top + box.height - ROOM;
