import { type ReactFlowState, useStore } from '@xyflow/react';

/** Ids of the nodes that are on screen, apart by spaces: the same string while they are the same. */
export const useShownNodes = (): string => useStore(shownNodes);

function shownNodes({ nodeLookup, transform, width, height }: ReactFlowState): string {
  const [left, top, zoom] = transform;
  const shown: string[] = [];
  for (const { id, type, internals, measured, hidden } of nodeLookup.values()) {
    if (hidden || type === 'comment') continue;
    const x = internals.positionAbsolute.x * zoom + left;
    const y = internals.positionAbsolute.y * zoom + top;
    const [w, h] = [(measured.width ?? 0) * zoom, (measured.height ?? 0) * zoom];
    if (x + w > 0 && x < width && y + h > 0 && y < height) shown.push(id);
  }
  return shown.join(' ');
}
