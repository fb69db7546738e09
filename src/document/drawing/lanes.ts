import type { Flow, Wire } from '../schema.ts';
import { PORT_TOP } from './port-place.ts';

/** A node as it stands on the canvas, in pixels. */
export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A node along the flow and across it; `port` is the line of its ports. */
interface Block {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
  readonly port: number;
}

interface Lane {
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

/** What a wire keeps clear of a node, and of another wire beside it, in pixels. */
const CLEAR: Record<Flow, { node: number; wire: number }> = {
  right: { node: 22, wire: 24 },
  down: { node: 28, wire: 60 },
};
/** How near a straight wire may come to a node that it does not belong to. */
const TOUCH = 6;
/** How far a wire that turns back reaches beyond its ends, in pixels. */
const TURN = 46;
/** Nodes and lanes that are looked at, all wires together, before the longest wires have to run behind nodes. */
const MOST_LOOKED_AT = 30_000_000;

/** Lanes that were found before some nodes were moved. */
interface Before {
  readonly lanes: ReadonlyMap<string, number>;
  readonly moved: ReadonlySet<string>;
}

/**
 * The lines across the flow on which wires pass the nodes that stand in their way; a wire whose way is
 * free has none. Short wires pass closest. Given the lanes before, only wires of moved nodes are looked at.
 */
export function findLanes(
  boxes: readonly Box[],
  wires: readonly Wire[],
  flow: Flow,
  before?: Before,
): ReadonlyMap<string, number> {
  const blocks = boxes.map((box) => blockOf(box, flow)).sort((a, b) => a.top - b.top);
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const around = bandsOf(blocks);
  const lanes = new Map<string, number>();
  const taken: Lane[] = [];
  const firstInto = new Map(wires.toReversed().map((wire) => [wire.to, wire]));
  const blocked = wires
    .flatMap((wire) => {
      const [from, to] = [byId.get(wire.from), byId.get(wire.to)];
      if (!from || !to) return [];
      const back = to.start <= from.end;
      const [start, end] = back ? [to.start - TURN, from.end + TURN] : [from.end, to.start];
      if (before && !before.moved.has(wire.from) && !before.moved.has(wire.to)) {
        const at = before.lanes.get(wire.id);
        if (at === undefined) return [];
        lanes.set(wire.id, at);
        taken.push({ start, end, at });
        return [];
      }
      const isBetween = (block: Block): boolean =>
        (back || (block !== from && block !== to)) && block.start < end && block.end > start;
      const { node: clear } = CLEAR[flow];
      const hit = back
        ? Math.abs(from.port - to.port) > TURN &&
          around(from, to, clear).some((each) => isBetween(each) && isAcross(each, from, to, clear))
        : around(from, to, TOUCH).some((each) => isBetween(each) && isHit(each, from, to));
      return hit ? [{ wire, from, to, isBetween, start, end }] : [];
    })
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  taken.sort((a, b) => a.at - b.at);
  let lookedAt = 0;
  for (const { wire, from, to, isBetween, start, end } of blocked) {
    lookedAt += blocks.length + taken.length;
    if (lookedAt > MOST_LOOKED_AT) break;
    const between = blocks.filter(isBetween);
    const beside = taken.filter((lane) => lane.start < end && lane.end > start);
    const first = firstInto.get(wire.to) === wire;
    const at = nearestFree((from.port + to.port) / 2, between, beside, CLEAR[flow], first);
    lanes.set(wire.id, at);
    const place = taken.findLastIndex((lane) => lane.at <= at) + 1;
    taken.splice(place, 0, { start, end, at });
  }
  return lanes;
}

const blockOf = ({ id, x, y, width, height }: Box, flow: Flow): Block =>
  flow === 'right'
    ? { id, start: x, end: x + width, top: y, bottom: y + height, port: y + PORT_TOP }
    : { id, start: y, end: y + height, top: x, bottom: x + width, port: x + width / 2 };

/** All that stands between the ports of two nodes across the flow, or so near to that; `blocks` in order across it. */
function bandsOf(
  blocks: readonly Block[],
): (from: Block, to: Block, near: number) => readonly Block[] {
  const tallest = Math.max(0, ...blocks.map(({ top, bottom }) => bottom - top));
  return (from, to, near) => {
    const low = Math.min(from.port, to.port) - near - tallest;
    const high = Math.max(from.port, to.port) + near;
    return blocks.slice(countBefore(blocks, low), countBefore(blocks, high + 1));
  };
}

/** How many blocks, in order across the flow, begin before a line. */
function countBefore(blocks: readonly Block[], line: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.top ?? Number.POSITIVE_INFINITY) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a wire that turns back half way between two rows would run behind a node there. */
function isAcross({ top, bottom }: Block, from: Block, to: Block, clear: number): boolean {
  const half = (from.port + to.port) / 2;
  return top - clear < half && bottom + clear > half;
}

/** Whether the curve without a lane would run behind a node. */
function isHit({ start, end, top, bottom }: Block, from: Block, to: Block): boolean {
  const [upper, lower] = [Math.min(from.port, to.port), Math.max(from.port, to.port)];
  if (bottom + TOUCH < upper || top - TOUCH > lower) return false;
  for (let i = 0; i <= STEPS; i++) {
    const t = i / STEPS;
    const u = 1 - t;
    const along = from.end + (to.start - from.end) * (1.5 * u * t * (u + t) + t * t * t);
    const across = from.port + (to.port - from.port) * (3 * u * t * t + t * t * t);
    const inside = along > start - TOUCH && along < end + TOUCH;
    if (inside && across > top - TOUCH && across < bottom + TOUCH) return true;
  }
  return false;
}

/** Points of a curve that are looked at. */
const STEPS = 24;

/**
 * The line closest to a wished one that neither a node nor another wire takes. Both are in order across the
 * flow, so that one look at each is enough.
 */
function nearestFree(
  wished: number,
  blocks: readonly Block[],
  lanes: readonly Lane[],
  clear: { node: number; wire: number },
  above: boolean,
): number {
  let best = Number.POSITIVE_INFINITY;
  // Of two that are as far, the one on the side where the wire ends in a join.
  const cost = (at: number): number => Math.abs(at - wished) + (at < wished === above ? 0 : 12);
  const offer = (at: number): void => {
    if (cost(at) < cost(best)) best = at;
  };
  /** Where the walls so far end. */
  let reach = Number.NEGATIVE_INFINITY;
  const pass = (low: number, high: number): void => {
    if (low >= reach) {
      offer(reach);
      offer(low);
    }
    reach = Math.max(reach, high);
  };
  let passed = 0;
  for (const { top, bottom } of blocks) {
    const low = top - clear.node;
    for (let lane = lanes[passed]; lane && lane.at - clear.wire < low; lane = lanes[passed]) {
      pass(lane.at - clear.wire, lane.at + clear.wire);
      passed += 1;
    }
    pass(low, bottom + clear.node);
  }
  for (const { at } of lanes.slice(passed)) pass(at - clear.wire, at + clear.wire);
  offer(reach);
  return best;
}
