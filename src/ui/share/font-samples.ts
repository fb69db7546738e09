import type { PictureFonts } from './font-css.ts';

/** Width and height of a picture, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const CELL = 40;
/** How long typefaces are waited for, in milliseconds; browsers fall back to others then. */
const PATIENCE = 4000;
const PAUSE = 25;

/**
 * One letter of each typeface, in cells below a picture. A browser that shows a page within an image reads
 * its typefaces in its own time, and shows nothing of a text until then; nobody is told when.
 */
export function sampleSheet(
  size: Size,
  { samples }: PictureFonts,
): { readonly sheet: HTMLElement; readonly height: number } {
  const sheet = document.createElement('div');
  const columns = columnsOf(size);
  samples.forEach(({ family, letter }, i) => {
    const cell = document.createElement('span');
    cell.textContent = letter;
    Object.assign(cell.style, {
      position: 'absolute',
      left: `${CELL * (i % columns)}px`,
      top: `${size.height + CELL * Math.floor(i / columns)}px`,
      font: `24px/${CELL}px ${family}`,
      color: 'var(--ink)',
    });
    sheet.append(cell);
  });
  return { sheet, height: size.height + CELL * Math.ceil(samples.length / columns) };
}

/** Waits until every letter below the picture is there. */
export async function waitForFonts(
  image: HTMLImageElement,
  size: Size,
  { samples }: PictureFonts,
): Promise<void> {
  const columns = columnsOf(size);
  const canvas = document.createElement('canvas');
  canvas.width = CELL * columns;
  canvas.height = CELL * Math.max(1, Math.ceil(samples.length / columns));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  const end = performance.now() + PATIENCE;
  const isThere = (_: unknown, i: number): boolean =>
    context
      .getImageData(CELL * (i % columns), CELL * Math.floor(i / columns), CELL, CELL)
      .data.some((value) => value > 0);
  while (performance.now() < end) {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, -size.height);
    if (samples.every(isThere)) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

const columnsOf = ({ width }: Size): number => Math.max(1, Math.floor(width / CELL));
