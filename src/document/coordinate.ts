import * as z from 'zod';

/** How far from the origin a node or a comment may stand, in pixels. */
export const CANVAS_REACH = 1e6;

/** A place along an axis of the canvas, in pixels. */
export const coordinate = z.number().min(-CANVAS_REACH).max(CANVAS_REACH);
