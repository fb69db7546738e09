import type { Rect, Viewport } from '@xyflow/react';

type Edges = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** The largest part of the canvas that a sheet over it leaves free, in pixels of the screen from its corner. */
export function freeStrip(canvas: Edges, sheet: Edges | undefined): Rect {
  const whole = {
    x: 0,
    y: 0,
    width: canvas.right - canvas.left,
    height: canvas.bottom - canvas.top,
  };
  const apart =
    !sheet ||
    sheet.left >= canvas.right ||
    sheet.right <= canvas.left ||
    sheet.top >= canvas.bottom ||
    sheet.bottom <= canvas.top;
  if (apart) return whole;
  const strips = [
    { ...whole, height: sheet.top - canvas.top },
    { ...whole, width: sheet.left - canvas.left },
    { ...whole, x: sheet.right - canvas.left, width: canvas.right - sheet.right },
    { ...whole, y: sheet.bottom - canvas.top, height: canvas.bottom - sheet.bottom },
  ].filter(({ width, height }) => width > 0 && height > 0);
  const [first = whole, ...others] = strips;
  return others.reduce((best, strip) => (areaOf(strip) > areaOf(best) ? strip : best), first);
}

const areaOf = ({ width, height }: Rect): number => width * height;

/** The same view, of a canvas whose corner is elsewhere. */
export const shifted = (
  { x, y, zoom }: Viewport,
  by: { readonly x: number; readonly y: number },
): Viewport => ({
  x: x + by.x,
  y: y + by.y,
  zoom,
});
