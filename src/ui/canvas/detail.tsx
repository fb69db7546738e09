import { useOnViewportChange, useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useMemo } from 'react';

/** Below this zoom no text can be read: cards are blocks in the colour of their family. */
const FAR = 0.3;

/**
 * Marks the canvas, for its styles, while it is seen from afar, while it is moved and while a node is
 * dragged. No card and no wire is drawn anew for that.
 */
export function Detail() {
  const api = useStoreApi();
  const far = useStore(({ transform }) => transform[2] < FAR);
  const dragging = useStore(({ nodeLookup }) => {
    for (const { dragging: dragged } of nodeLookup.values()) if (dragged) return true;
    return false;
  });
  useEffect(() => mark(api.getState().domNode, 'far', far), [api, far]);
  useEffect(() => mark(api.getState().domNode, 'dragging', dragging), [api, dragging]);
  useOnViewportChange(
    useMemo(
      () => ({
        onStart: () => mark(api.getState().domNode, 'moving', true),
        onEnd: () => mark(api.getState().domNode, 'moving', false),
      }),
      [api],
    ),
  );
  return null;
}

function mark(canvas: HTMLElement | null, name: string, on: boolean): void {
  if (on) canvas?.setAttribute(`data-${name}`, '');
  else canvas?.removeAttribute(`data-${name}`);
}
