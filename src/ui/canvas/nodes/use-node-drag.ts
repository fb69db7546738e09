import { type ReactFlowProps, useReactFlow, type Viewport } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import type { FlowNode, FlowWire } from '../project.ts';
import type { EdgePan } from '../viewport/use-edge-pan.ts';
import { useThreading } from '../wires/use-threading.ts';

/** What is known of a drag of nodes while it is under way, and React Flow's handlers that tell of it. */
export interface NodeDrag {
  /** Names the drag, so that all it causes is one step of the history. */
  readonly gesture: () => string | undefined;
  /** Whether what is dragged stays, and a copy of it goes. */
  readonly copies: () => boolean;
  /** Whether Escape ended it: then everything stays where it was. */
  readonly left: () => boolean;
  readonly handlers: Required<
    Pick<
      ReactFlowProps<FlowNode, FlowWire>,
      | 'onNodeDrag'
      | 'onNodeDragStart'
      | 'onNodeDragStop'
      | 'onSelectionDragStart'
      | 'onSelectionDragStop'
    >
  >;
}

interface DragState {
  gesture?: string | undefined;
  copies: boolean;
  left: boolean;
  /** How the canvas was seen when the drag began. */
  before?: Viewport;
}

/** Follows the drag of nodes: a copy goes with Alt, a loose node threads a wire, and Escape takes all of it back. */
export function useNodeDrag(edgePan: EdgePan, preloadCopy: () => void): NodeDrag {
  const threading = useThreading();
  const { getViewport, setViewport } = useReactFlow();
  // A drag outlives what is made anew while it is under way.
  const state = useRef<DragState>({ copies: false, left: false });
  return useMemo(() => {
    const { current: now } = state;
    function leave(event: KeyboardEvent): void {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      now.left = true;
      // React Flow ends a drag when the pointer is let go of, and knows no other way.
      window.dispatchEvent(new MouseEvent('mouseup', { view: window }));
      if (now.before) void setViewport(now.before);
    }
    function start(): void {
      now.left = false;
      now.before = getViewport();
      now.gesture = `drag ${performance.now()}`;
      addEventListener('keydown', leave, { capture: true });
    }
    function stop(): void {
      removeEventListener('keydown', leave, { capture: true });
      now.left = false;
      now.copies = false;
      now.gesture = undefined;
    }

    return {
      gesture: () => now.gesture,
      copies: () => now.copies,
      left: () => now.left,
      handlers: {
        onNodeDrag: (event, node) => {
          edgePan.drag(event);
          // A copy goes onto no wire, and so none offers itself.
          if (!now.copies) threading.onDrag(event, node);
        },
        onNodeDragStart: (event) => {
          start();
          now.copies = event.altKey;
          if (now.copies) preloadCopy();
        },
        onNodeDragStop: (event, node) => {
          if (now.left) threading.forget();
          else if (!now.copies) threading.onDrop(event, node, now.gesture);
          stop();
        },
        onSelectionDragStart: start,
        onSelectionDragStop: stop,
      },
    };
  }, [edgePan, preloadCopy, threading, getViewport, setViewport]);
}
