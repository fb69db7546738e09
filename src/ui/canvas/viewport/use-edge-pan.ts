import { useReactFlow, useStoreApi, type Viewport } from '@xyflow/react';
import { useMemo } from 'react';
import type { Position } from '../../../document/schema.ts';
import { pointOf } from '../below.ts';
import { isOverCanvas } from '../wires/wire-below.ts';
import { edgePan } from './edge-pan.ts';

const still: Position = { x: 0, y: 0 };

/** Follows a pointer that draws a wire, or drags a node. */
export interface EdgePan {
  readonly start: () => void;
  /** `back` shows the canvas as it was seen before. */
  readonly end: (back: boolean) => void;
  /** A node is dragged to where the pointer is: says whether React Flow moves what is seen along. */
  readonly drag: (event: Parameters<typeof pointOf>[0]) => void;
}

/**
 * Moves what is seen of the canvas while a wire is drawn or a node dragged near its edge, and only while the pointer is over it:
 * React Flow itself would go on over the panels and outside the window, until nothing of the network is seen.
 */
export function useEdgePan(): EdgePan {
  const api = useStoreApi();
  const { getViewport, setViewport } = useReactFlow();
  return useMemo(() => {
    let at: Position | undefined;
    let frame = 0;
    let before: Viewport | undefined;
    const panAt = (point: Position): Position => {
      const box = api.getState().domNode?.getBoundingClientRect();
      const by = box ? edgePan(point, box) : still;
      return (by.x !== 0 || by.y !== 0) && isOverCanvas(point.x, point.y) ? by : still;
    };
    const follow = (event: MouseEvent | TouchEvent): void => {
      at = pointOf(event);
    };
    const pan = (): void => {
      frame = requestAnimationFrame(pan);
      const by = at ? panAt(at) : still;
      if (by === still) return;
      before ??= getViewport();
      void api.getState().panBy(by);
    };
    return {
      start: () => {
        at = undefined;
        before = undefined;
        addEventListener('mousemove', follow);
        addEventListener('touchmove', follow);
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(pan);
      },
      end: (back) => {
        cancelAnimationFrame(frame);
        removeEventListener('mousemove', follow);
        removeEventListener('touchmove', follow);
        if (back && before) void setViewport(before);
      },
      drag: (event) => {
        const autoPanOnNodeDrag = panAt(pointOf(event)) !== still;
        if (api.getState().autoPanOnNodeDrag !== autoPanOnNodeDrag) {
          api.setState({ autoPanOnNodeDrag });
        }
      },
    };
  }, [api, getViewport, setViewport]);
}
