import { PORT_TOP } from '../../document/drawing/port-place.ts';
import type { Flow, Graph, Position } from '../../document/schema.ts';
import { buildColumns, type Stop } from './columns.ts';
import { foldColumns, type Row } from './fold.ts';
import { type Gaps, placeOnLines, type Room } from './lines.ts';
import { orderColumns } from './order.ts';
import { type Net, partsOf } from './parts.ts';
import { rankNodes } from './ranks.ts';

/** A node's measured size, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is to be laid out. */
export interface LayoutWish {
  readonly graph: Graph;
  readonly sizes: Readonly<Record<string, Size>>;
  readonly flow: Flow;
  /** What can be seen at once, in pixels: what is longer is folded into rows, or columns. */
  readonly view?: Size | undefined;
}

/** A place along the flow and across it. */
interface Spot {
  along: number;
  across: number;
}

/** A node's room along the flow, and across it on both sides of its ports. */
interface Extent extends Room {
  readonly length: number;
}

interface Drawing {
  readonly spots: Map<string, Spot>;
  readonly length: number;
  readonly breadth: number;
}

/** What is left free, in pixels: between columns, between neighbours, between parts. */
const spaces: Record<Flow, Gaps & { columns: number; parts: number }> = {
  right: { columns: 70, nodes: 52, wire: 30, wires: 26, parts: 76 },
  down: { columns: 62, nodes: 48, wire: 44, wires: 64, parts: 84 },
};
/** How much larger all must be for rows that break the flow. */
const WORTH = 1.25;
/** What is left free between rows for a wire that turns back, in pixels. */
const ROWS = 24;
const usual: Size = { width: 194, height: 64 };

/**
 * Positions that lay a graph out in the direction of its flow, the upper left corner at the origin.
 * Branches stand side by side, skip connections have room beside what they pass, parts that no wire
 * joins stand apart.
 */
export function layOut(wish: LayoutWish): Record<string, Position> {
  const { graph, flow, sizes } = wish;
  const gaps = spaces[flow];
  const extents = new Map(
    Object.keys(graph.nodes).map((id) => [id, extentOf(sizes[id] ?? usual, flow)]),
  );
  const parts = partsOf({ ids: [...extents.keys()], wires: graph.wires });
  const wired = parts.filter(({ ids }) => ids.length > 1);
  const loose = parts.flatMap(({ ids }) => (ids.length === 1 ? ids : []));
  const drawings = wired.map((part) => draw(part, extents, wish));
  const length = Math.max(viewLength(wish) ?? 0, ...drawings.map((each) => each.length));
  if (loose.length > 0) drawings.push(shelve(loose, extents, length, gaps));
  const positions: Record<string, Position> = {};
  let across = 0;
  for (const { spots, breadth } of drawings) {
    for (const [id, spot] of spots) {
      const at = { along: Math.round(spot.along), across: Math.round(spot.across + across) };
      positions[id] =
        flow === 'right' ? { x: at.along, y: at.across } : { x: at.across, y: at.along };
    }
    across += breadth + gaps.parts;
  }
  return positions;
}

const extentOf = ({ width, height }: Size, flow: Flow): Extent =>
  flow === 'right'
    ? { length: width, before: PORT_TOP, after: Math.max(0, height - PORT_TOP) }
    : { length: height, before: width / 2, after: width / 2 };

const viewLength = ({ view, flow }: LayoutWish): number | undefined =>
  view && (flow === 'right' ? view.width : view.height);

const breadthOf = ({ before, after }: Room): number => before + after;

/** A part in columns; where that is longer than can be seen, in rows of columns. */
function draw(part: Net, extents: ReadonlyMap<string, Extent>, wish: LayoutWish): Drawing {
  const gaps = spaces[wish.flow];
  const extentFor = (id: string): Extent => extents.get(id) ?? extentOf(usual, wish.flow);
  const columns = orderColumns(buildColumns(rankNodes(part)));
  const lines = placeOnLines(columns, extentFor, gaps);
  const lengths = columns.map((column) =>
    Math.max(0, ...column.map(({ node }) => (node === undefined ? 0 : extentFor(node).length))),
  );
  const compose = (rows: readonly Row[]): Drawing => {
    const spots = new Map<string, Spot>();
    let [across, length] = [0, 0];
    for (const row of rows) {
      const drawn = drawRow(row, lengths, lines, extentFor, gaps);
      for (const [id, spot] of drawn.spots) {
        spots.set(id, { along: spot.along, across: spot.across + across });
      }
      length = Math.max(length, drawn.length);
      across += drawn.breadth + gaps.nodes + ROWS;
    }
    return { spots, length, breadth: across - gaps.nodes - ROWS };
  };
  const whole = compose([{ columns, first: 0 }]);
  const view = viewLength(wish);
  if (view === undefined || whole.length <= view) return whole;
  const folded = compose(foldColumns(columns, lengths, gaps.columns, view));
  return zoomOf(folded, wish) > zoomOf(whole, wish) * WORTH ? folded : whole;
}

/** How large a drawing is when all of it is in view; 1 is its real size. */
function zoomOf({ length, breadth }: Drawing, { view, flow }: LayoutWish): number {
  const { width, height } = view ?? usual;
  const [along, across] = flow === 'right' ? [width, height] : [height, width];
  return Math.min(1, along / length, across / breadth);
}

/** Nodes that no wire joins, in rows. */
function shelve(
  ids: readonly string[],
  extents: ReadonlyMap<string, Extent>,
  length: number,
  gaps: Gaps,
): Drawing {
  const spots = new Map<string, Spot>();
  let [along, across, deepest] = [0, 0, 0];
  for (const id of ids) {
    const extent = extents.get(id);
    if (!extent) continue;
    if (along > 0 && along + extent.length > length) {
      across += deepest + gaps.nodes;
      [along, deepest] = [0, 0];
    }
    spots.set(id, { along, across });
    along += extent.length + gaps.nodes;
    deepest = Math.max(deepest, breadthOf(extent));
  }
  return { spots, length, breadth: across + deepest };
}

/** Columns from the upper left corner on. */
function drawRow(
  { columns, first }: Row,
  lengths: readonly number[],
  lines: ReadonlyMap<Stop, number>,
  extentFor: (id: string) => Extent,
  gaps: Gaps & { columns: number },
): Drawing {
  const spots = new Map<string, Spot>();
  // Wires that pass outside of all nodes belong to the drawing, too.
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const hold = (from: number, to: number): void => {
    top = Math.min(top, from);
    bottom = Math.max(bottom, to);
  };
  let along = 0;
  columns.forEach((column, i) => {
    const widest = lengths[first + i] ?? 0;
    for (const stop of column) {
      const line = lines.get(stop) ?? 0;
      if (stop.node === undefined) {
        hold(line, line);
        continue;
      }
      const { length, before, after } = extentFor(stop.node);
      hold(line - before, line + after);
      spots.set(stop.node, { along: along + (widest - length) / 2, across: line - before });
    }
    along += widest + gaps.columns;
  });
  for (const spot of spots.values()) spot.across -= top;
  return { spots, length: along - gaps.columns, breadth: bottom - top };
}
