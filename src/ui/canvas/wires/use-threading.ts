import type { MouseEvent as ReactMouseEvent, TouchEvent as ReactTouchEvent } from 'react';
import { useMemo } from 'react';
import { useStores } from '../../../state/stores.ts';
import { fitsOnWire } from '../../edit/plan-add.ts';
import { pointOf } from '../below.ts';
import type { FlowNode } from '../project.ts';
import { wireBelow } from './wire-below.ts';

type DragEvent = MouseEvent | TouchEvent | ReactMouseEvent | ReactTouchEvent;

/** Lets a loose node that stands on the canvas be dropped into a wire. */
export function useThreading() {
  const { documents, views, catalogue } = useStores();
  return useMemo(() => {
    function target(event: DragEvent, node: FlowNode): string | undefined {
      const { graph } = documents.getState().document;
      const loose = !graph.wires.some(({ from, to }) => from === node.id || to === node.id);
      const kind = catalogue.layers.get(graph.nodes[node.id]?.kind ?? '');
      const { x, y } = pointOf(event);
      const wire = loose ? wireBelow(x, y) : undefined;
      return fitsOnWire(kind, wire, graph, catalogue) ? wire : undefined;
    }
    const forget = (): void => views.getState().set({ dropWire: undefined });
    return {
      /** No wire offers itself any more. */
      forget,
      onDrag: (event: DragEvent, node: FlowNode): void => {
        const wire = target(event, node);
        const { dropWire, set } = views.getState();
        if (wire !== dropWire) set({ dropWire: wire });
      },
      /** Threads the node if it was dropped on a wire. */
      onDrop: (event: DragEvent, node: FlowNode, gesture: string | undefined): void => {
        const wire = target(event, node);
        forget();
        if (!wire) return;
        documents.getState().dispatch([{ type: 'threadOnWire', wire, id: node.id }], gesture);
      },
    };
  }, [documents, views, catalogue]);
}
