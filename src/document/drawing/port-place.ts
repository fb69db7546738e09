/** How far below a node's upper edge its ports stand where it flows to the right, in pixels. */
export const PORT_TOP = 27;
