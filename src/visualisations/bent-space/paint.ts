import { type Domain, toPicture } from '../../engine/pictures/plane.ts';
import { formatTerm } from '../../ui/kit/format.ts';
import { ticksBetween } from './extent.ts';
import type { BentPicture, SeparatingLine } from './probe.ts';

/** Colours of the drawing, as CSS reads them. */
export interface BentColours {
  readonly grid: string;
  readonly line: string;
  readonly ink: string;
  readonly soft: string;
  readonly halo: string;
  readonly below: string;
  readonly above: string;
}

/** What is drawn: the picture, how far it is bent, and where both spaces lie. */
export interface BentScene {
  readonly picture: BentPicture;
  /** 0 is the input plane, 1 the layer's space. */
  readonly bend: number;
  /** The input plane; missing where there is none, and then all is bent. */
  readonly plane: Domain | undefined;
  readonly extent: Domain;
  readonly colours: BentColours;
  readonly colourOf: (label: number) => string;
  readonly markOf: (label: number) => number;
  /** Whether each point carries its inputs. */
  readonly labelled: boolean;
}

/** Room for the numbers at the axes, in pixels. */
const LEFT = 44;
const BOTTOM = 24;
const EDGE = 6;

/** Sides of the box in a drawing of this side, in pixels. */
export const boxOf = (side: number) => ({
  left: LEFT,
  top: EDGE,
  size: side - LEFT - EDGE,
  height: side - LEFT + BOTTOM,
});

/** Where the training points stand, as shares of the box from the top left: [rows, 2]. */
export function placesOf({
  picture,
  bend,
  plane,
  extent,
}: Omit<BentScene, 'colours'>): Float32Array {
  return mixed(picture.points, picture.inputs, { bend, plane, extent });
}

/** Draws the scene. context: scaled so that `side` is the width in pixels; font: of the numbers. */
export function paintBent(
  context: CanvasRenderingContext2D,
  side: number,
  scene: BentScene,
  font: string,
): void {
  const { picture, bend, plane, extent, colours } = scene;
  const { left, top, size, height } = boxOf(side);
  context.clearRect(0, 0, side, height);
  context.font = font;
  context.save();
  context.translate(left, top);
  context.beginPath();
  context.rect(0, 0, size, size);
  context.clip();
  if (picture.line) paintSides(context, size, picture.line, scene);
  if (plane && picture.size > 0) {
    paintGrid(context, size, picture, mixed(picture.grid, undefined, scene, picture.size), colours);
  }
  if (picture.line) paintLine(context, size, picture.line, scene);
  paintPoints(context, size, scene);
  context.restore();
  context.strokeStyle = colours.soft;
  context.lineWidth = 1;
  context.strokeRect(left, top, size, size);
  const axes = bend < 0.5 && plane ? plane : extent;
  context.globalAlpha = plane ? Math.abs(2 * bend - 1) : 1;
  paintAxes(context, side, axes, colours.ink);
  context.globalAlpha = 1;
}

/** Places on their way from the input plane to the layer's space, as shares of the box. */
function mixed(
  bent: Float32Array,
  inputs: Float32Array | undefined,
  { bend, plane, extent }: Pick<BentScene, 'bend' | 'plane' | 'extent'>,
  size = 0,
): Float32Array {
  const places = new Float32Array(bent.length);
  for (let i = 0; i < bent.length / 2; i++) {
    const [u, v] = toPicture(extent, bent[2 * i] as number, bent[2 * i + 1] as number);
    const from = !plane
      ? [u, v]
      : inputs
        ? toPicture(plane, inputs[2 * i] as number, inputs[2 * i + 1] as number)
        : [(i % size) / (size - 1), Math.floor(i / size) / (size - 1)];
    places[2 * i] = (from[0] as number) + bend * (u - (from[0] as number));
    places[2 * i + 1] = (from[1] as number) + bend * (v - (from[1] as number));
  }
  return places;
}

function paintGrid(
  context: CanvasRenderingContext2D,
  box: number,
  { size, stride }: BentPicture,
  places: Float32Array,
  { grid }: BentColours,
): void {
  context.strokeStyle = grid;
  context.lineWidth = 1;
  context.beginPath();
  const follow = (at: (step: number) => number): void => {
    for (let step = 0; step < size; step++) {
      const i = 2 * at(step);
      const [x, y] = [(places[i] as number) * box, (places[i + 1] as number) * box];
      if (step === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  };
  for (let line = 0; line < size; line += stride) {
    follow((step) => line * size + step);
    follow((step) => step * size + line);
  }
  context.stroke();
}

/** Sides of the layer's space as shares of the box: a·u + b·v + c, above 0 on the side of the larger label. */
function lineInBox({ weights: [a, b], offset }: SeparatingLine, { x, y }: Domain) {
  const [wide, high] = [x[1] - x[0], y[1] - y[0]];
  return { a: a * wide, b: -b * high, c: a * x[0] + b * y[1] + offset };
}

/** The part of the box where a·u + b·v + c has a sign, as its corners (Sutherland and Hodgman 1974). */
export function halfBox(
  { a, b, c }: { readonly a: number; readonly b: number; readonly c: number },
  sign: 1 | -1,
): readonly (readonly [number, number])[] {
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ] as const;
  const heightAt = ([u, v]: readonly [number, number]): number => sign * (a * u + b * v + c);
  return corners.flatMap((corner, i) => {
    const next = corners[(i + 1) % 4] ?? corner;
    const [here, there] = [heightAt(corner), heightAt(next)];
    const kept = here >= 0 ? [corner] : [];
    if (here >= 0 === there >= 0) return kept;
    const share = here / (here - there);
    const cut = [
      corner[0] + share * (next[0] - corner[0]),
      corner[1] + share * (next[1] - corner[1]),
    ] as const;
    return [...kept, cut];
  });
}

function paintSides(
  context: CanvasRenderingContext2D,
  box: number,
  line: SeparatingLine,
  { bend, extent, colours }: BentScene,
): void {
  context.globalAlpha = 0.16 * Math.max(0, 2 * bend - 1);
  for (const sign of [-1, 1] as const) {
    context.fillStyle = sign < 0 ? colours.below : colours.above;
    context.beginPath();
    for (const [u, v] of halfBox(lineInBox(line, extent), sign)) context.lineTo(u * box, v * box);
    context.fill();
  }
  context.globalAlpha = 1;
}

function paintLine(
  context: CanvasRenderingContext2D,
  box: number,
  line: SeparatingLine,
  { bend, extent, colours }: BentScene,
): void {
  const { a, b, c } = lineInBox(line, extent);
  const square = a * a + b * b;
  if (square === 0) return;
  // The point of the line that is nearest to the corner, and far along it both ways.
  const [u, v] = [(-a * c) / square, (-b * c) / square];
  const far = (10 + Math.hypot(u, v)) / Math.sqrt(square);
  context.globalAlpha = Math.max(0, 2 * bend - 1);
  context.strokeStyle = colours.line;
  context.lineWidth = 2.5;
  context.beginPath();
  context.moveTo((u - far * b) * box, (v + far * a) * box);
  context.lineTo((u + far * b) * box, (v - far * a) * box);
  context.stroke();
  context.globalAlpha = 1;
}

function paintPoints(context: CanvasRenderingContext2D, box: number, scene: BentScene): void {
  const { picture, colours, colourOf, markOf, labelled } = scene;
  const { rows, inputs, labels } = picture;
  const places = placesOf(scene);
  const width = labels.length / Math.max(1, rows);
  const size = labelled ? 7 : rows > 100 ? 3 : 4;
  for (let row = 0; row < rows; row++) {
    const [x, y] = [(places[2 * row] as number) * box, (places[2 * row + 1] as number) * box];
    const label = labels[row * width] as number;
    context.beginPath();
    traceMark(context, x, y, size, markOf(label));
    context.fillStyle = colourOf(label);
    context.fill();
    context.strokeStyle = colours.halo;
    context.lineWidth = labelled ? 2 : 1;
    context.stroke();
  }
  if (!labelled) return;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (let row = 0; row < rows; row++) {
    const [u, v] = [places[2 * row] as number, places[2 * row + 1] as number];
    const onRight = u > 0.6;
    context.textAlign = onRight ? 'right' : 'left';
    const text = `(${formatTerm(inputs[2 * row] as number)}, ${formatTerm(inputs[2 * row + 1] as number)})`;
    // Points that coincide read one below the other.
    const above = countNear(places, row);
    const [x, y] = [u * box + (onRight ? -12 : 12), v * box + 15 * above * (v > 0.5 ? -1 : 1)];
    context.strokeStyle = colours.halo;
    context.lineWidth = 3;
    context.strokeText(text, x, y);
    context.fillStyle = colours.ink;
    context.fillText(text, x, y);
  }
}

/** Points before this one whose text would stand in the same place. */
function countNear(places: Float32Array, row: number): number {
  let count = 0;
  for (let other = 0; other < row; other++) {
    const across = Math.abs((places[2 * other] as number) - (places[2 * row] as number));
    const up = Math.abs((places[2 * other + 1] as number) - (places[2 * row + 1] as number));
    if (across < 0.25 && up < 0.06) count += 1;
  }
  return count;
}

/** Circle, square, triangle, diamond: a class is told by more than its colour. */
export function traceMark(
  path: Pick<CanvasPath, 'arc' | 'moveTo' | 'lineTo' | 'closePath'>,
  x: number,
  y: number,
  size: number,
  mark: number,
): void {
  if (mark % 4 === 0) {
    path.arc(x, y, size, 0, 2 * Math.PI);
    return;
  }
  const corners = mark % 4 === 2 ? 3 : 4;
  const turn = mark % 4 === 1 ? Math.PI / 4 : -Math.PI / 2;
  const reach = size * (corners === 3 ? 1.3 : 1.2);
  for (let i = 0; i < corners; i++) {
    const angle = turn + (2 * Math.PI * i) / corners;
    const [px, py] = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    if (i === 0) path.moveTo(px, py);
    else path.lineTo(px, py);
  }
  path.closePath();
}

function paintAxes(
  context: CanvasRenderingContext2D,
  side: number,
  { x, y }: Domain,
  ink: string,
): void {
  const { left, top, size } = boxOf(side);
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const tick of ticksBetween(...x)) {
    const at = left + ((tick - x[0]) / (x[1] - x[0])) * size;
    context.fillText(tickText(tick), Math.min(at, side - 16), top + size + 5);
  }
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const tick of ticksBetween(...y)) {
    const at = top + ((y[1] - tick) / (y[1] - y[0])) * size;
    context.fillText(tickText(tick), left - 5, Math.max(top + 6, Math.min(top + size - 6, at)));
  }
}

const tickText = (value: number): string =>
  String(Number(value.toPrecision(3))).replaceAll('-', '−');
