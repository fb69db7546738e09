import { CAPTION, type Captioner, type Place } from './caption.ts';
import type { Shot } from './shoot.ts';

const COLUMNS = 4;
const GAP = 16;
/** Width of a picture in a strip, in pixels. */
const WIDTH = 480;

/** Where so many pictures of a size lie: row by row, in rows of four. */
export function layStrip(
  count: number,
  { width, height }: { readonly width: number; readonly height: number },
): { readonly places: readonly Place[]; readonly width: number; readonly height: number } {
  const columns = Math.min(COLUMNS, Math.max(1, count));
  const tall = Math.round((WIDTH * height) / width);
  const step = { x: WIDTH + GAP, y: tall + CAPTION + GAP };
  const places = Array.from({ length: count }, (_, i) => ({
    x: GAP + (i % columns) * step.x,
    y: GAP + Math.floor(i / columns) * step.y,
    width: WIDTH,
    height: tall,
  }));
  const rows = Math.ceil(count / columns);
  return { places, width: GAP + columns * step.x, height: GAP + rows * step.y };
}

/** Pictures one beside the other, as a PNG file. */
export function drawStrip(shots: readonly Shot[], captioner: Captioner): Promise<Blob> {
  const [first] = shots;
  if (!first) throw new Error('nothing to show');
  const { places, width, height } = layStrip(shots.length, first.image);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = captioner.ground;
  context.fillRect(0, 0, width, height);
  for (const [i, shot] of shots.entries()) {
    const place = places[i];
    if (place) captioner.draw(context, shot, place);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))));
  });
}
