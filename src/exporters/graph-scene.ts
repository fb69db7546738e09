import type { Mark, Run, Scene } from './scene.ts';

/** A node as it is drawn: what stands in its head, and the lines below it. */
export interface FigureNode {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** What it is called among the kinds; read aloud, and shown where a pointer rests. */
  readonly kind: string;
  readonly face: string;
  readonly lines: readonly (readonly Phrase[])[];
  /** Colour of its rail. */
  readonly rail: string;
  readonly takesInput: boolean;
  readonly givesOutput: boolean;
}

/** Words of a line in one look. */
export interface Phrase {
  readonly text: string;
  readonly mono?: boolean;
  readonly strong?: boolean;
}

/** A wire between two ports, with the shape that flows along it. */
export interface FigureWire {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

/** Colours by their role. */
export interface Palette {
  readonly surface: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
}

/** Tells how wide a text is, in pixels. */
export type Measure = (text: string, look: { mono: boolean; bold: boolean }) => number;

/** Width of a node on the canvas, in pixels. */
export const CARD_WIDTH = 194;
/** How far below the top of a node its ports stand. */
export const PORT_HEIGHT = 27;
const PADDING = 12;
const LINE = 19;
const FIRST_LINE = 20;
const MOST_LINES = 6;
const MARGIN = 24;

/** The graph as it stands on the canvas, in colours for paper. */
export function drawGraph(
  title: string,
  nodes: readonly FigureNode[],
  wires: readonly FigureWire[],
  palette: Palette,
  measure: Measure,
): Scene {
  const drawn = nodes.map((node) => drawNode(node, palette, measure));
  const lines = wires.map(
    ({ path }): Mark => ({ type: 'path', d: path, stroke: palette.lineStrong, width: 1.6 }),
  );
  const labels = wires.flatMap(({ x, y, label }): Mark[] =>
    label === ''
      ? []
      : [
          {
            type: 'text',
            x,
            y: y - 8,
            anchor: 'middle',
            runs: [{ text: label, mono: true, fill: palette.ink3 }],
          },
        ],
  );
  const corners = [
    ...drawn.flatMap(({ x, y, height }) => [
      [x - 6, y],
      [x + CARD_WIDTH + 6, y + height],
    ]),
    ...wires.flatMap(({ path, x, y, label }) => {
      const half = measure(label, { mono: true, bold: false }) / 2;
      return [...pointsOf(path), [x - half, y - 20], [x + half, y]];
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
    marks: [...lines, ...labels, ...drawn.map(({ mark }) => mark)],
  };
}

function drawNode(
  { x, y, name, kind, face, lines, rail, takesInput, givesOutput }: FigureNode,
  palette: Palette,
  measure: Measure,
): { readonly x: number; readonly y: number; readonly height: number; readonly mark: Mark } {
  const room = CARD_WIDTH - 2 * PADDING;
  const plain = { mono: true, bold: false };
  const shownFace = shorten(face, room / 2, (text) => measure(text, plain));
  const faceWidth = shownFace === '' ? 0 : measure(shownFace, plain) + 8;
  const shownName = shorten(name, room - faceWidth, (text) =>
    measure(text, { mono: false, bold: true }),
  );
  const body = lines.flatMap((line) => wrap(line, room, palette, measure)).slice(0, MOST_LINES);
  const height = 16 + LINE * (1 + body.length);
  const text = (at: number, row: number, anchor: 'start' | 'end', runs: readonly Run[]): Mark => ({
    type: 'text',
    x: at,
    y: y + FIRST_LINE + LINE * row,
    anchor,
    runs,
  });
  const port = (at: number): Mark => ({
    type: 'dot',
    x: at,
    y: y + PORT_HEIGHT,
    radius: 5,
    fill: palette.surface,
    stroke: palette.lineStrong,
  });
  const marks: Mark[] = [
    {
      type: 'box',
      x,
      y,
      width: CARD_WIDTH,
      height,
      radius: 10,
      fill: palette.surface,
      stroke: palette.line,
    },
    { type: 'box', x: x - 1, y: y + 10, width: 3, height: height - 20, radius: 1.5, fill: rail },
    ...(takesInput ? [port(x)] : []),
    ...(givesOutput ? [port(x + CARD_WIDTH)] : []),
    text(x + PADDING, 0, 'start', [{ text: shownName, bold: true, fill: palette.ink }]),
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
  return { x, y, height, mark: { type: 'group', label, marks } };
}

/** Breaks a line at its spaces where it does not fit; a word that is too long is cut. */
function wrap(
  phrases: readonly Phrase[],
  room: number,
  palette: Palette,
  measure: Measure,
): Run[][] {
  const rows: Run[][] = [];
  let used = 0;
  for (const word of wordsOf(phrases)) {
    const runs = word.map(
      ({ text, mono = false, strong }): Run => ({
        text,
        mono,
        fill: strong ? palette.ink : palette.ink2,
      }),
    );
    const widthOf = (run: Run, text: string): number =>
      measure(text, { mono: run.mono ?? false, bold: false });
    const width = runs.reduce((sum, run) => sum + widthOf(run, run.text.trimEnd()), 0);
    if (rows.length === 0 || used + width > room) {
      rows.push([]);
      used = 0;
    }
    const row = rows.at(-1) ?? [];
    for (const run of runs) {
      const text = shorten(run.text.trimEnd(), room - used, (part) => widthOf(run, part));
      const shown = text === run.text.trimEnd() ? run.text : text;
      const last = row.at(-1);
      if (last && last.mono === run.mono && last.fill === run.fill) {
        row[row.length - 1] = { ...last, text: last.text + shown };
      } else row.push({ ...run, text: shown });
      used += widthOf(run, shown);
    }
  }
  return rows;
}

/** Words with the space behind them; one may be made of several phrases: `288개`. */
function wordsOf(phrases: readonly Phrase[]): Phrase[][] {
  const words: Phrase[][] = [];
  let isOpen = false;
  for (const phrase of phrases) {
    for (const text of phrase.text.split(/(?<= )/)) {
      const part = { ...phrase, text };
      if (isOpen) words.at(-1)?.push(part);
      else words.push([part]);
      isOpen = !text.endsWith(' ');
    }
  }
  return words;
}

/** The text, cut off with an ellipsis where it is wider than its room. */
function shorten(text: string, room: number, width: (text: string) => number): string {
  if (text === '' || width(text) <= room) return text;
  const letters = [...text];
  let [fits, exceeds] = [0, letters.length];
  while (exceeds - fits > 1) {
    const middle = Math.floor((fits + exceeds) / 2);
    if (width(`${letters.slice(0, middle).join('')}…`) <= room) fits = middle;
    else exceeds = middle;
  }
  return `${letters.slice(0, fits).join('').trimEnd()}…`;
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
