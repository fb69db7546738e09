/** Room around the network, and no closer than its real size. */
export const fitOptions = { padding: 0.12, maxZoom: 1 };

/** On a projector as large as there is room for. */
export const stageOptions = { padding: 0.1, maxZoom: 1.6 };
