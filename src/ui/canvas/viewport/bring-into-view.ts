import { getViewportForBounds, type Rect, type Viewport } from '@xyflow/react';
import { fitOptions } from './fit-options.ts';

/** Width and height of the canvas on screen, in pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is asked for on a canvas; boxes in its own pixels. */
interface Wanted {
  /** Box around all that is asked for. */
  readonly wanted: Rect;
  /** Box around what matters most of it. */
  readonly chief: Rect;
  /** Box around all that stands on the canvas. */
  readonly all: Rect;
  readonly view: Viewport;
  readonly size: Size;
}

/** Zoom from which on names on cards can be read. */
const READABLE = 0.5;
/** How much smaller things may become so that all of them stay in view: a share of the zoom. */
const SLIGHT = 0.6;
/** Far enough out for the largest network. */
const FARTHEST = 0.01;

/** Whether a box lies within what is seen of the canvas. */
export const isInView = (box: Rect, { x, y, zoom }: Viewport, { width, height }: Size): boolean =>
  box.x * zoom + x >= 0 &&
  box.y * zoom + y >= 0 &&
  (box.x + box.width) * zoom + x <= width &&
  (box.y + box.height) * zoom + y <= height;

/** Whether all may be shown at a zoom: it can be read, and is not much smaller than it was. */
export const isWideEnough = (zoom: number, before: number): boolean =>
  zoom >= READABLE && zoom >= SLIGHT * before;

/**
 * How the canvas is looked at so that what is asked for is seen; none where it is seen already. All of a small
 * network stays in view; in a large one the zoom stays as it is, unless nothing could be read.
 */
export function bringIntoView({ wanted, chief, all, view, size }: Wanted): Viewport | undefined {
  if (isInView(wanted, view, size)) return undefined;
  const viewOf = (box: Rect, most: number): Viewport =>
    getViewportForBounds(box, size.width, size.height, FARTHEST, most, fitOptions.padding);
  const whole = viewOf(all, fitOptions.maxZoom);
  if (isSame(wanted, all)) return whole;
  if (isWideEnough(whole.zoom, view.zoom)) return whole;
  const most = view.zoom >= READABLE ? view.zoom : fitOptions.maxZoom;
  const near = viewOf(wanted, most);
  return near.zoom >= READABLE ? near : viewOf(chief, most);
}

/** The same middle of the canvas in a view of another size. */
export const keepMiddle = ({ x, y, zoom }: Viewport, before: Size, now: Size): Viewport => ({
  x: x + (now.width - before.width) / 2,
  y: y + (now.height - before.height) / 2,
  zoom,
});

const isSame = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
