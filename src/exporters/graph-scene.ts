import type { Box } from '../document/drawing/lanes.ts';
import { routesOf } from '../document/drawing/routes.ts';
import { type Curve, wireCurve } from '../document/drawing/wire-curve.ts';
import type { Flow } from '../document/schema.ts';
import { drawFrame } from './draw-frame.ts';
import { drawNode } from './draw-node.ts';
import { drawNote } from './draw-note.ts';
import type { Figure, FigureWire, Palette } from './figure.ts';
import type { Mark, Scene } from './scene.ts';
import type { Measure } from './text-lines.ts';

const MARGIN = 24;
/** Half of a port, which stands on the edge of its node. */
const PORT = 6;

/** The graph as it stands on the canvas, in colours for paper. */
export function drawGraph(
  title: string,
  { flow, nodes, wires, frames, notes }: Figure,
  palette: Palette,
  measure: Measure,
): Scene {
  const drawn = nodes.map((node) => drawNode(node, flow, palette, measure));
  const boxes = drawn.map(({ box }) => box);
  const around = frames.flatMap((frame) => drawFrame(frame, boxes, palette, measure) ?? []);
  const curves = routed(wires, boxes, flow);
  const corners = [
    ...[...boxes, ...notes, ...around.flatMap(({ rooms }) => rooms)].flatMap(
      ({ x, y, width, height }) => [
        [x - PORT, y - PORT],
        [x + width + PORT, y + height + PORT],
      ],
    ),
    ...curves.flatMap(({ wire, curve }) => {
      const width = measure(wire.label, { mono: true, bold: false });
      return [
        ...pointsOf(curve.path),
        [curve.x - width, curve.y - 20],
        [curve.x + width + 10, curve.y + 10],
      ];
    }),
  ];
  const xs = corners.map(([x = 0]) => x);
  const ys = corners.map(([, y = 0]) => y);
  return {
    x: least(xs) - MARGIN,
    y: least(ys) - MARGIN,
    width: corners.length === 0 ? 2 * MARGIN : most(xs) - least(xs) + 2 * MARGIN,
    height: corners.length === 0 ? 2 * MARGIN : most(ys) - least(ys) + 2 * MARGIN,
    background: palette.surface,
    title,
    marks: [
      ...around.map(({ mark }) => mark),
      ...notes.map((note) => drawNote(note, palette, measure)),
      ...curves.map(
        ({ curve }): Mark => ({
          type: 'path',
          d: curve.path,
          stroke: palette.lineStrong,
          width: 1.6,
        }),
      ),
      ...curves.flatMap(({ wire, curve }) => labelOf(wire.label, curve, flow, palette, measure)),
      ...drawn.map(({ mark }) => mark),
    ],
  };
}

/** Every wire on its way past what stands between its ends; one whose end is not drawn has none. */
function routed(
  wires: readonly FigureWire[],
  boxes: readonly Box[],
  flow: Flow,
): { readonly wire: FigureWire; readonly curve: Curve }[] {
  const [right, down] = flow === 'down' ? [0, PORT] : [PORT, 0];
  return routesOf(wires, boxes, flow).map(({ wire, start: [x1, y1], end: [x2, y2], lane }) => ({
    wire,
    curve: wireCurve(x1 + right, y1 + down, x2 - right, y2 - down, { flow, lane }),
  }));
}

/** What flows along a wire: over it, or at its right where it runs down. */
function labelOf(
  label: string,
  { x, y }: Curve,
  flow: Flow,
  { surface, ink3 }: Palette,
  measure: Measure,
): Mark[] {
  if (label === '') return [];
  const runs = [{ text: label, mono: true, fill: ink3 }];
  if (flow === 'right') return [{ type: 'text', x, y: y - 8, anchor: 'middle', runs }];
  const width = measure(label, { mono: true, bold: false });
  return [
    { type: 'box', x: x + 5, y: y - 9, width: width + 4, height: 18, radius: 3, fill: surface },
    { type: 'text', x: x + 7, y: y + 4.5, anchor: 'start', runs },
  ];
}

/** Ends and handles of a path; the path lies within them. */
function pointsOf(path: string): number[][] {
  const numbers = (path.match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? []).map(Number);
  return numbers.flatMap((x, i) => (i % 2 === 0 ? [[x, numbers[i + 1] ?? 0]] : []));
}

const least = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.min(a, b), values[0] ?? 0);
const most = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.max(a, b), values[0] ?? 0);
