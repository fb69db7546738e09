import type { Connection, EdgeMouseHandler, FinalConnectionState, HandleType } from '@xyflow/react';
import { type MouseEvent as ReactMouseEvent, useMemo } from 'react';
import type { Position } from '../../../document/schema.ts';
import { type Stores, useStores } from '../../../state/stores.ts';
import type { KindPlace } from '../../../state/view-store.ts';
import { nodeBelow, pointOf } from '../below.ts';
import type { FlowWire } from '../project.ts';
import type { EdgePan } from '../viewport/use-edge-pan.ts';
import { clickPort, openPlace, planWiring } from './click-wiring.ts';
import { isOverCanvas } from './wire-below.ts';

/** How far a wire is drawn before letting go of it means something, in pixels of the screen. */
const MEANT = 24;

/**
 * Draws and moves wires with the pointer: to a port, to a node, or to where a layer is still missing. The end
 * of a wire that is let go of in empty space is cut. Escape leaves everything as it was.
 */
export function useWiring(edgePan: EdgePan) {
  const stores = useStores();
  return useMemo(() => dragWiring(stores, edgePan), [stores, edgePan]);
}

function dragWiring(stores: Stores, edgePan: EdgePan) {
  const { documents, views } = stores;
  let start: Position = { x: 0, y: 0 };
  /** The wire whose end is being moved. */
  let moved: string | undefined;
  let left = false;
  let before = documents.getState().document;

  const openList = (place: KindPlace, at: Position): void =>
    views.getState().set({ kindList: { place, ...at } });
  const isFar = ({ x, y }: Position): boolean => Math.hypot(x - start.x, y - start.y) > MEANT;
  const plan = (from: string, to: string) =>
    planWiring(
      { node: from, outward: true, ...(moved !== undefined && { wire: moved }) },
      to,
      stores,
    );
  function draw(from: string, to: string): void {
    const planned = plan(from, to);
    if (planned.ok && !left) documents.getState().dispatch(planned.value);
  }
  function leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    giveUp();
  }
  /** A touch that the system took away, or a window that was left, ends it as Escape does. */
  function giveUp(): void {
    left = true;
    // The canvas ends what is drawn when the pointer is let go of, and knows no other way.
    document.dispatchEvent(new MouseEvent('mouseup'));
  }

  function listen(): void {
    before = documents.getState().document;
    edgePan.start();
    addEventListener('keydown', leave, { capture: true });
    addEventListener('touchcancel', giveUp);
    addEventListener('blur', giveUp);
  }
  function forget(): void {
    // What is done with the wire is done right after this.
    queueMicrotask(() =>
      edgePan.end(documents.getState().document === before && !views.getState().kindList),
    );
    removeEventListener('keydown', leave, { capture: true });
    removeEventListener('touchcancel', giveUp);
    removeEventListener('blur', giveUp);
  }

  return {
    connectOnClick: false,
    autoPanOnConnect: false,
    reconnectRadius: 15,
    isValidConnection: ({ source, target }: Connection | FlowWire) => plan(source, target).ok,
    onConnectStart: (event: MouseEvent | TouchEvent) => {
      start = pointOf(event);
      left = false;
      views.getState().set({ wiring: undefined });
      listen();
    },
    onConnect: ({ source, target }: Connection) => draw(source, target),
    onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      forget();
      const { fromHandle: handle } = state;
      if (left || state.toHandle || !handle) return;
      const at = pointOf(event);
      const outward = handle.type === 'source';
      const node = nodeBelow(at);
      if (node !== undefined) {
        if (node !== handle.nodeId) draw(...ends(handle.nodeId, node, outward));
      } else if (moved === undefined && isOverCanvas(at.x, at.y) && isFar(at)) {
        openList(openPlace({ node: handle.nodeId, outward }, stores), at);
      }
    },
    onReconnectStart: (_event: ReactMouseEvent, { id }: FlowWire) => {
      moved = id;
      views.getState().set({ plugging: id });
    },
    onReconnect: (_wire: FlowWire, { source, target }: Connection) => draw(source, target),
    onReconnectEnd: (
      event: MouseEvent | TouchEvent,
      { id }: FlowWire,
      _fixed: HandleType,
      state: FinalConnectionState,
    ) => {
      moved = undefined;
      views.getState().set({ plugging: undefined });
      const at = pointOf(event);
      if (left || state.toHandle || nodeBelow(at) !== undefined) return;
      if (isOverCanvas(at.x, at.y) && isFar(at)) {
        documents.getState().dispatch([{ type: 'disconnect', wires: [id] }]);
      }
    },
    onEdgeDoubleClick: ((event, { id }) => {
      if (documents.getState().locked) return;
      openList({ type: 'wire', wire: id }, { x: event.clientX, y: event.clientY });
    }) satisfies EdgeMouseHandler<FlowWire>,
    onClickCapture: (event: ReactMouseEvent) => clickPort(event, stores),
  };
}

/** Where a wire starts and ends that was drawn from one node to another, forwards or backwards. */
const ends = (here: string, there: string, outward: boolean): [string, string] =>
  outward ? [here, there] : [there, here];
