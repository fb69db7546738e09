import type { Flow } from '../schema.ts';
import { type Box, findLanes } from './lanes.ts';
import { portsAt } from './port-place.ts';

/** What a wire joins, and what it is called. */
interface Joins {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** A wire from port to port, in pixels of the canvas; `lane` is the line on which it passes what is in its way. */
export interface Route<Wire> {
  readonly wire: Wire;
  readonly start: readonly [x: number, y: number];
  readonly end: readonly [x: number, y: number];
  readonly lane: number | undefined;
}

/** How wires run between boxes; one whose ends are not among them has no route. */
export function routesOf<Wire extends Joins>(
  wires: readonly Wire[],
  boxes: readonly Box[],
  flow: Flow,
): Route<Wire>[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const lanes = findLanes(boxes, wires, flow);
  return wires.flatMap((wire) => {
    const [from, to] = [byId.get(wire.from), byId.get(wire.to)];
    if (!from || !to) return [];
    const [start, end] = [portsAt(from, flow).output, portsAt(to, flow).input];
    return [{ wire, start, end, lane: lanes.get(wire.id) }];
  });
}
