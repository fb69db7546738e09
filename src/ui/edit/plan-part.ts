import { takenBlockIds } from '../../document/block-queries.ts';
import type { Command } from '../../document/commands.ts';
import { type Fragment, fragmentOf, renewed, shifted } from '../../document/fragment.ts';
import type { PartCommand } from '../../document/parts.ts';
import { withinCanvas } from '../../document/placement.ts';
import type { GraphDocument, Layout, Position } from '../../document/schema.ts';

/** How far a copy goes to stand beside what is there already, in pixels. */
const STEP = 140;
/** A node of common size, in pixels. */
const NODE = { width: 194, height: 76 } as const;

/** Commands that add a part of a network, and the ids that its nodes get. */
export interface PartAddition {
  readonly ids: readonly string[];
  readonly commands: readonly Command[];
}

/** Adds a part with its middle at a point, or below what stands where it comes from. */
export function planPart(
  document: GraphDocument,
  taken: ReadonlySet<string>,
  fragment: Fragment,
  how: PartCommand['how'],
  at?: Position,
): PartAddition {
  const there = at
    ? besides(document.layout, shifted(fragment, towards(fragment.layout, at)))
    : shifted(fragment, { x: 0, y: roomBelow(document.layout, fragment.layout) });
  return planPartAsIs(document, taken, there, how);
}

/** Adds a copy of nodes at the places to which they were carried. */
export const planCopyAt = (
  document: GraphDocument,
  taken: ReadonlySet<string>,
  positions: Layout,
): PartAddition => {
  const fragment = fragmentOf(document, Object.keys(positions));
  const layout = Object.fromEntries(
    Object.entries(fragment.layout).map(([id, old]) => [id, withinCanvas(positions[id] ?? old)]),
  );
  return planPartAsIs(document, taken, { ...fragment, layout }, 'duplicate');
};

function planPartAsIs(
  document: GraphDocument,
  taken: ReadonlySet<string>,
  fragment: Fragment,
  how: PartCommand['how'],
): PartAddition {
  const part = renewed(fragment, taken, takenBlockIds(document));
  return { ids: Object.keys(part.graph.nodes), commands: [{ type: 'addPart', how, part }] };
}

/** How far the middle of a part is from a point. */
function towards(layout: Layout, at: Position): Position {
  const { left, top, right, bottom } = boxOf(layout);
  return { x: at.x - (left + right) / 2, y: at.y - (top + bottom) / 2 };
}

/** The part, moved a little so that none of its nodes hides another. */
function besides(there: Layout, part: Fragment): Fragment {
  const taken = new Set(
    Object.values(there).map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`),
  );
  for (let step = 0; ; step += 24) {
    const moved = shifted(part, { x: step, y: step });
    const hides = Object.values(moved.layout).some(({ x, y }) =>
      taken.has(`${Math.round(x)} ${Math.round(y)}`),
    );
    if (!hides || step > 2400) return moved;
  }
}

/** How far down a part must go to lie on nothing. */
function roomBelow(there: Layout, part: Layout): number {
  const others = Object.values(there);
  for (let down = 0; ; down += STEP) {
    const clear = Object.values(part).every(({ x, y }) =>
      others.every(
        (other) =>
          Math.abs(other.x - x) >= NODE.width || Math.abs(other.y - (y + down)) >= NODE.height,
      ),
    );
    if (clear || down > 100 * STEP) return down;
  }
}

function boxOf(layout: Layout): { left: number; top: number; right: number; bottom: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of Object.values(layout)) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + NODE.width);
    bottom = Math.max(bottom, y + NODE.height);
  }
  return { left, top, right, bottom };
}
