import type { FlowNode } from './project.ts';

/** Room between a block's nodes and its frame, and above them for its title, in pixels. */
const ROOM = 14;
const TITLE = 36;

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
export function framesOf(
  members: readonly FlowNode[],
  others: readonly FlowNode[],
): readonly FrameBox[] {
  const whole = around(members, TITLE);
  if (!others.some((other) => isWithin(other, whole))) return [whole];
  const inOrder = [...members].sort((a, b) => rowOf(a) - rowOf(b) || a.position.x - b.position.x);
  return inOrder.map((node, i) => around([node], i === 0 ? TITLE : ROOM));
}

const rowOf = ({ position }: FlowNode): number => Math.round(position.y / 60);

function around(nodes: readonly FlowNode[], above: number): FrameBox {
  const left = Math.min(...nodes.map(({ position }) => position.x)) - ROOM;
  const top = Math.min(...nodes.map(({ position }) => position.y)) - above;
  const right = Math.max(
    ...nodes.map(({ position, measured }) => position.x + (measured?.width ?? 0)),
  );
  const bottom = Math.max(
    ...nodes.map(({ position, measured }) => position.y + (measured?.height ?? 0)),
  );
  return { left, top, width: right + ROOM - left, height: bottom + ROOM - top };
}

/** Whether a node stands inside a frame, touching it apart. */
function isWithin({ position: { x, y }, measured }: FlowNode, box: FrameBox): boolean {
  const [right, bottom] = [x + (measured?.width ?? 0), y + (measured?.height ?? 0)];
  return (
    right > box.left + ROOM &&
    x < box.left + box.width - ROOM &&
    bottom > box.top + ROOM &&
    y < box.top + box.height - ROOM
  );
}
