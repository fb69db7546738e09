import type { Connection, EdgeMouseHandler, FinalConnectionState } from '@xyflow/react';
import { useMemo } from 'react';
import type { Position } from '../../document/schema.ts';
import { useStores } from '../../state/stores.ts';
import type { KindPlace } from '../../state/view-store.ts';
import { planConnection } from '../edit/plan-connection.ts';
import { nodeBelow, pointOf } from './below.ts';
import { nodeAtPort } from './folded.ts';
import type { FlowWire } from './project.ts';
import { isOverCanvas } from './wire-below.ts';

/** How far a wire is drawn before letting go of it asks for a layer, in pixels of the screen. */
const MEANT = 24;

/** Draws wires with the pointer: to a port, to a node, or to where a layer is still missing. */
export function useWiring() {
  const { documents, views, catalogue } = useStores();
  return useMemo(() => {
    let start: Position = { x: 0, y: 0 };
    const openList = (place: KindPlace, at: Position): void =>
      views.getState().set({ kindList: { place, ...at } });
    /** The node that is meant by what is on the canvas: the card of a block stands for one of its own. */
    const meant = (id: string, side: 'inputs' | 'outputs'): string =>
      nodeAtPort(documents.getState().document, id, side);
    const connect = (from: string, to: string) =>
      planConnection(
        documents.getState().document.graph,
        catalogue,
        meant(from, 'outputs'),
        meant(to, 'inputs'),
      );
    const isFar = ({ x, y }: Position): boolean => Math.hypot(x - start.x, y - start.y) > MEANT;
    function draw(from: string, to: string): void {
      const plan = connect(from, to);
      if (plan.ok) documents.getState().dispatch(plan.value);
    }
    return {
      isValidConnection: ({ source, target }: Connection | FlowWire) => connect(source, target).ok,
      onConnect: ({ source, target }: Connection) => draw(source, target),
      onConnectStart: (event: MouseEvent | TouchEvent) => {
        start = pointOf(event);
      },
      onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
        const { fromHandle: handle } = state;
        if (state.toHandle || !handle) return;
        const at = pointOf(event);
        const outward = handle.type === 'source';
        const node = nodeBelow(at);
        if (node !== undefined) {
          if (node !== handle.nodeId) draw(...ends(handle.nodeId, node, outward));
        } else if (isOverCanvas(at.x, at.y) && isFar(at)) {
          const here = meant(handle.nodeId, outward ? 'outputs' : 'inputs');
          openList({ type: outward ? 'after' : 'before', node: here }, at);
        }
      },
      onEdgeDoubleClick: ((event, { id }) => {
        if (documents.getState().locked) return;
        openList({ type: 'wire', wire: id }, { x: event.clientX, y: event.clientY });
      }) satisfies EdgeMouseHandler<FlowWire>,
    };
  }, [documents, views, catalogue]);
}

/** Where a wire starts and ends that was drawn from one node to another, forwards or backwards. */
const ends = (here: string, there: string, outward: boolean): [string, string] =>
  outward ? [here, there] : [there, here];
