import { type ReactFlowInstance, useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import type { Position } from '../../document/schema.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import { type Stores, useStores } from '../../state/stores.ts';
import type { DropSpot } from '../../state/view-store.ts';
import { shownAs } from '../canvas/nodes/folded.ts';
import { nearPorts } from './near-ports.ts';
import { centredAt, clearOfNodes, settled } from './node-boxes.ts';
import { type Addition, planAddAfter, planDrop } from './plan-add.ts';
import { selectThing } from './select-thing.ts';

/** Edits of the graph that need the canvas: where a point of the screen is, what is selected. */
export function useEdit() {
  const stores = useStores();
  const flow = useReactFlow();
  return useMemo(() => {
    const centre = (): Position => {
      const box = document.querySelector('.react-flow')?.getBoundingClientRect();
      return toCanvas(
        (box?.left ?? 0) + (box?.width ?? 0) / 3,
        (box?.top ?? 0) + (box?.height ?? 0) / 2,
      );
    };
    const toCanvas = (x: number, y: number): Position =>
      centredAt(flow.screenToFlowPosition({ x, y }));
    return {
      /** Carries out a plan, selects what was added, and brings it into view. */
      carryOut: (addition: Addition): void => carryOut(stores, flow, addition),
      /** Where a new node would stand below the pointer, and what it would be wired to there. */
      spotFor: (kind: LayerKind, { x, y }: Position, wired: boolean): DropSpot => {
        const at = clearOfNodes(flow, toCanvas(x, y));
        const { document } = stores.documents.getState();
        return wired ? { ...at, ...nearPorts(flow, document, stores.catalogue, kind, at) } : at;
      },
      /** Adds a node where the pointer is, or into the wire below it, or wired to what is near. */
      drop: (
        kind: LayerKind,
        client: Position,
        wire: string | undefined,
        near?: DropSpot,
      ): void => {
        const { usedIds } = stores.documents.getState();
        const at = near ?? toCanvas(client.x, client.y);
        carryOut(stores, flow, planDrop(usedIds, kind, at, wire, near));
      },
      /** Adds a node after the selected one, wired, and brings it into view. */
      addAfter: (kind: LayerKind): void => {
        const { document, usedIds } = stores.documents.getState();
        const { nodes } = stores.views.getState().selection;
        const anchor = nodes.length === 1 ? nodes[0] : undefined;
        const plan = planAddAfter(document, usedIds, stores.catalogue, kind, anchor, centre());
        carryOut(stores, flow, plan);
      },
    };
  }, [stores, flow]);
}

/** Adds, selects what was added, and brings it into view; while it is in sight, the view stays as it is. */
function carryOut({ documents, views }: Stores, flow: ReactFlowInstance, addition: Addition): void {
  const { id } = addition;
  documents.getState().dispatch(settled(flow, documents.getState().document, addition));
  // One that came between the nodes of a collapsed block is out of sight in it.
  selectThing({ documents, views }, shownAs(documents.getState().document, id));
  views.getState().set({ focus: { nodes: [id] } });
}
