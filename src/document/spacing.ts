/** Size of a node that has yet to be drawn, in pixels. */
export const NODE_SIZE = { width: 194, height: 68 } as const;
/** Distance between the left edges of neighbouring nodes, in pixels. */
export const COLUMN = 264;
