/** Room around the network, and no closer than its real size. */
export const fitOptions = { padding: 0.12, maxZoom: 1 };

/** On a projector as large as there is room for. */
export const stageOptions = { padding: 0.1, maxZoom: 1.6 };

/** From so many nodes on, one zooms farther out to see them all. */
const MANY = 150;

/** How far out one can zoom, for so many nodes. */
export const leastZoom = (nodes: number): number => (nodes > MANY ? 0.05 : 0.15);
