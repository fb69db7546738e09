/** Width of what is drawn in a node, in pixels. */
export const STRIP = 170;
