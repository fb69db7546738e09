/** Side of a map in a node's strip, in pixels. */
export const MAP = 38;
/** Height of a row of bars, in pixels. */
export const BARS = 26;
/** Maps that the strip has room for. */
export const MAPS_IN_NODE = 4;
/** Units that the strip has room for. */
export const UNITS_IN_NODE = 84;

/** Height of a node's strip, in pixels. */
export const stripHeight = (isImage: boolean): number => (isImage ? MAP : BARS);
