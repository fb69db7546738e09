import type { Box } from '../document/drawing/lanes.ts';
import { portsAt } from '../document/drawing/port-place.ts';
import type { Flow } from '../document/schema.ts';
import type { FigureNode, Palette } from './figure.ts';
import type { Mark, Run } from './scene.ts';
import { type Measure, shorten, wrapPhrases } from './text-lines.ts';

/** Width of a node on the canvas, in pixels. */
const CARD_WIDTH = 194;
const PADDING = 12;
const LINE = 19;
const FIRST_LINE = 20;
const MOST_LINES = 6;
/** Room for the sign of a block before its name. */
const SIGN = 20;

/** A node as a drawing, and the room that it takes. */
export function drawNode(
  node: FigureNode,
  flow: Flow,
  palette: Palette,
  measure: Measure,
): { readonly box: Box; readonly mark: Mark } {
  const { id, x, y, name, kind, face, lines, rail, isBlock = false } = node;
  const room = CARD_WIDTH - 2 * PADDING;
  const plain = { mono: true, bold: false };
  const shownFace = shorten(face, room / 2, (text) => measure(text, plain));
  const faceWidth = shownFace === '' ? 0 : measure(shownFace, plain) + 8;
  const sign = isBlock ? SIGN : 0;
  const shownName = shorten(name, room - faceWidth - sign, (text) =>
    measure(text, { mono: false, bold: true }),
  );
  const ink = { plain: palette.ink2, strong: palette.ink };
  const body = lines
    .flatMap((line) => wrapPhrases(line, { room, ink, measure, long: 'cut' }))
    .slice(0, MOST_LINES);
  const box: Box = { id, x, y, width: CARD_WIDTH, height: 16 + LINE * (1 + body.length) };
  const text = (at: number, row: number, anchor: 'start' | 'end', runs: readonly Run[]): Mark => ({
    type: 'text',
    x: at,
    y: y + FIRST_LINE + LINE * row,
    anchor,
    runs,
  });
  const card: Mark = {
    ...box,
    type: 'box',
    radius: 10,
    fill: palette.surface,
    stroke: palette.line,
  };
  const marks: Mark[] = [
    ...(isBlock ? [cardBehind(box, palette)] : []),
    card,
    isBlock ? signOf(x + PADDING, y + 9, rail) : railOf(box, rail),
    ...portsOf(node, box, flow, palette),
    text(x + PADDING + sign, 0, 'start', [{ text: shownName, bold: true, fill: palette.ink }]),
    ...(shownFace === ''
      ? []
      : [
          text(x + CARD_WIDTH - PADDING, 0, 'end', [
            { text: shownFace, mono: true, fill: palette.ink3 },
          ]),
        ]),
    ...body.map((runs, i) => text(x + PADDING, i + 1, 'start', runs)),
  ];
  const label = name === kind ? name : `${name} (${kind})`;
  return { box, mark: { type: 'group', label, marks } };
}

function portsOf(
  { takesInput, givesOutput }: FigureNode,
  box: Box,
  flow: Flow,
  { surface, lineStrong }: Palette,
): Mark[] {
  const { input, output } = portsAt(box, flow);
  return [...(takesInput ? [input] : []), ...(givesOutput ? [output] : [])].map(
    ([x, y]): Mark => ({ type: 'dot', x, y, radius: 5, fill: surface, stroke: lineStrong }),
  );
}

const railOf = ({ x, y, height }: Box, fill: string): Mark => ({
  type: 'box',
  x: x - 1,
  y: y + 10,
  width: 3,
  height: height - 20,
  radius: 1.5,
  fill,
});

/** The edge of a second card, which tells that there is more than one. */
const cardBehind = ({ x, y, width, height }: Box, { surface2, line }: Palette): Mark => ({
  type: 'box',
  x: x + 6,
  y: y + height - 14,
  width: width - 12,
  height: 19,
  radius: 9,
  fill: surface2,
  stroke: line,
});

/** Sheets one over the other. */
const signOf = (x: number, y: number, stroke: string): Mark => ({
  type: 'path',
  d: `M${x + 7} ${y}l6 3l-6 3l-6 -3ZM${x + 1} ${y + 7}l6 3l6 -3M${x + 1} ${y + 10.5}l6 3l6 -3`,
  stroke,
  width: 1.2,
});
