import type { SeedResult } from '../../engine/seeds/seed-plan.ts';
import { cssColour, type Rgb } from '../../ui/kit/colours.ts';
import { type Paint, paintBoundary } from '../plane-paint.ts';

/** The colours of a start's loss. */
export interface CurveColours {
  readonly ground: Rgb;
  readonly line: Rgb;
}

/** What was painted, in which colours: starts are painted again whenever others come. */
const painted = new WeakMap<SeedResult, { readonly paint: Paint; readonly image: ImageData }>();

/** Paints the boundary that a start ended with, a pixel a point. */
export function paintPortrait(canvas: HTMLCanvasElement, result: SeedResult, paint: Paint): void {
  const { portrait } = result;
  if (!portrait) return;
  const known = painted.get(result);
  const image = known?.paint === paint ? known.image : paintBoundary(portrait, paint);
  painted.set(result, { paint, image });
  canvas.width = portrait.size;
  canvas.height = portrait.size;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}

/** Side of a painted curve, in pixels. */
const SIDE = 112;

/** Paints a start's loss from its first look to its last, from 0 to `top`; looks lie ever farther apart. */
export function paintCurve(
  canvas: HTMLCanvasElement,
  { loss }: SeedResult,
  top: number,
  { ground, line }: CurveColours,
): void {
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = cssColour(ground);
  context.fillRect(0, 0, SIDE, SIDE);
  context.strokeStyle = cssColour(line);
  context.lineWidth = 3;
  context.beginPath();
  loss.forEach((value, i) => {
    const x = (i / Math.max(1, loss.length - 1)) * SIDE;
    const y = SIDE - 4 - (Math.min(value, top) / top) * (SIDE - 8);
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.stroke();
}

/** The highest loss that curves are drawn to: what the starts have before they are trained, in the middle of all. */
export function topOf(results: readonly SeedResult[]): number {
  const first = results.map(({ loss }) => loss[0] ?? 0).filter(Number.isFinite);
  const middle = first.sort((a, b) => a - b)[Math.floor(first.length / 2)] ?? 1;
  return 1.2 * (middle || 1);
}
