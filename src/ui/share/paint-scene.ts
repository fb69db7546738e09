import { assertNever } from '../../core/assert-never.ts';
import { type Mark, type Run, type Scene, TEXT_SIZE, typefaces } from '../../exporters/scene.ts';

/** Longest side of an image that every browser can make, in pixels. */
const LONGEST = 16_000;
/** Most pixels of one. */
const MOST_PIXELS = 120_000_000;

const fontOf = ({ mono, bold }: Pick<Run, 'mono' | 'bold'>): string =>
  `${bold ? 600 : 400} ${TEXT_SIZE}px ${mono ? typefaces.mono : typefaces.sans}`;

/** Measures text in the page's own typefaces. */
export function createMeasure(): (text: string, look: { mono: boolean; bold: boolean }) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (text, look) => {
    if (!context) return text.length * 7.8;
    context.font = fontOf(look);
    return context.measureText(text).width;
  };
}

/** How much larger than on screen a scene can be painted, at most `wanted` times. */
export const possibleScale = ({ width, height }: Scene, wanted: number): number =>
  Math.min(
    wanted,
    LONGEST / Math.max(width, height),
    Math.sqrt(MOST_PIXELS / Math.max(1, width * height)),
  );

/** The scene as a PNG file, so many times as large as on screen. */
export async function paintPng(scene: Scene, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(scene.width * scale);
  canvas.height = Math.round(scene.height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  await document.fonts.ready;
  context.fillStyle = scene.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.translate(-scene.x, -scene.y);
  for (const mark of scene.marks) paint(context, mark);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('too large'))), 'image/png');
  });
}

function paint(context: CanvasRenderingContext2D, mark: Mark): void {
  switch (mark.type) {
    case 'box':
      context.beginPath();
      context.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius);
      context.fillStyle = mark.fill;
      context.fill();
      context.setLineDash(mark.dashes?.split(' ').map(Number) ?? []);
      if (mark.stroke) stroke(context, mark.stroke, 1);
      context.setLineDash([]);
      return;
    case 'path':
      context.strokeStyle = mark.stroke;
      context.lineWidth = mark.width;
      context.stroke(new Path2D(mark.d));
      return;
    case 'dot':
      context.beginPath();
      context.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
      context.fillStyle = mark.fill;
      context.fill();
      stroke(context, mark.stroke, 2);
      return;
    case 'text': {
      const widths = mark.runs.map((run) => {
        context.font = fontOf(run);
        return context.measureText(run.text).width;
      });
      const total = widths.reduce((sum, width) => sum + width, 0);
      let x = mark.x - (mark.anchor === 'end' ? total : mark.anchor === 'middle' ? total / 2 : 0);
      mark.runs.forEach((run, i) => {
        context.font = fontOf(run);
        context.fillStyle = run.fill;
        context.fillText(run.text, x, mark.y);
        x += widths[i] ?? 0;
      });
      return;
    }
    case 'group':
      for (const each of mark.marks) paint(context, each);
      return;
    default:
      assertNever(mark);
  }
}

function stroke(context: CanvasRenderingContext2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
