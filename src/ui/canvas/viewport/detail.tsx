import { useOnViewportChange, useStore, useStoreApi, type Viewport } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';

/** Below this zoom no text can be read: cards are blocks in the colour of their family. */
export const FAR = 0.3;
/** How far a press may move the canvas and still be a click, in pixels. */
export const CLICK_SLACK = 4;

/**
 * Marks the canvas, for its styles, while it is seen from afar, while it is moved and while a node is
 * dragged. No card and no wire is drawn anew for that. Text comes and goes when the hand rests: all cards at
 * once take longer than a frame.
 */
export function Detail() {
  const api = useStoreApi();
  const far = useStore(({ transform }) => transform[2] < FAR);
  const dragging = useStore(({ nodeLookup }) => {
    for (const { dragging: dragged } of nodeLookup.values()) if (dragged) return true;
    return false;
  });
  const moving = useRef(false);
  useEffect(() => {
    if (!moving.current) mark(api.getState().domNode, 'far', far);
  }, [api, far]);
  useEffect(() => mark(api.getState().domNode, 'dragging', dragging), [api, dragging]);
  // Not from the press on: what is pressed and let go of must be the same, or it is no click.
  const start = useRef<Viewport>(undefined);
  useOnViewportChange(
    useMemo(
      () => ({
        onStart: (view) => {
          start.current = view;
        },
        onChange: (view) => {
          if (moving.current || !isFar(start.current, view)) return;
          moving.current = true;
          mark(api.getState().domNode, 'moving', true);
        },
        onEnd: ({ zoom }) => {
          moving.current = false;
          mark(api.getState().domNode, 'moving', false);
          mark(api.getState().domNode, 'far', zoom < FAR);
        },
      }),
      [api],
    ),
  );
  return null;
}

const isFar = (from: Viewport | undefined, to: Viewport): boolean =>
  from === undefined ||
  from.zoom !== to.zoom ||
  Math.hypot(to.x - from.x, to.y - from.y) > CLICK_SLACK;

function mark(canvas: HTMLElement | null, name: string, on: boolean): void {
  if (on) canvas?.setAttribute(`data-${name}`, '');
  else canvas?.removeAttribute(`data-${name}`);
}
