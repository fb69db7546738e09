import { useConnection, useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { Position } from '../../../document/schema.ts';
import { useDocument, useStores, useView } from '../../../state/stores.ts';
import { coarse } from '../../kit/coarse.ts';
import { shownAs } from '../nodes/folded.ts';
import { dragByFinger, endsOf, takeEnd, type WireEnd } from './take-end.ts';

/** Width and height of what a finger takes hold of, in pixels of the screen. */
const REACH = 44;
const ends: readonly WireEnd[] = ['source', 'target'];

/**
 * Lets fingers move the ends of wires: near an end of any wire a finger drags that end, and the selected wire
 * has grips over its ports, where a tap takes the end, too.
 */
export function WireEnds() {
  useNearEnds();
  const [only, ...others] = useView((view) => view.selection.wires);
  const id = coarse.matches && others.length === 0 ? only : undefined;
  return id === undefined ? null : <Grips key={id} wire={id} />;
}

/**
 * A finger that is put on a wire near one of its ends and moves drags that end. What lies below the middle of
 * the finger counts: beside a port the browser gives the whole finger to the port, which then would draw a
 * new wire.
 */
function useNearEnds(): void {
  const api = useStoreApi();
  useEffect(() => {
    const canvas = api.getState().domNode;
    const start = (event: TouchEvent): void => {
      const [touch, ...more] = event.touches;
      if (!touch || more.length > 0) return;
      const { clientX, clientY } = touch;
      const wire = wireAt(event.target) ?? wireAt(document.elementFromPoint(clientX, clientY));
      const places = wire === undefined ? undefined : endsOf(wire, 'screen');
      if (wire === undefined || !places) return;
      const far = (end: WireEnd): number =>
        Math.hypot(places[end].x - clientX, places[end].y - clientY);
      const end = far('source') < far('target') ? 'source' : 'target';
      if (far(end) > REACH) return;
      event.stopPropagation();
      dragByFinger(touch, wire, end);
    };
    canvas?.addEventListener('touchstart', start, { passive: true, capture: true });
    return () => canvas?.removeEventListener('touchstart', start, true);
  }, [api]);
}

/** The wire that an element of the page belongs to. */
const wireAt = (target: EventTarget | null): string | undefined =>
  target instanceof Element
    ? target.closest<SVGElement>('.react-flow__edge')?.dataset['id']
    : undefined;

/** Grips at both ends of the selected wire, over the ports. */
function Grips({ wire: id }: { wire: string }) {
  const { documents, views } = useStores();
  const zoom = useStore(({ transform }) => transform[2]);
  const drawing = useConnection(({ inProgress }) => inProgress);
  const wire = useDocument(({ document }) => document.graph.wires.find((each) => each.id === id));
  const places = usePlaces(id);
  if (!wire || !places) return null;
  const { source, target } = places;
  // Where both are closer than a finger is wide, each stands a little behind its port.
  const length = Math.hypot(target.x - source.x, target.y - source.y) || 1;
  const back = Math.max(0, REACH - length * zoom) / 2 / length;
  const away = { x: (target.x - source.x) * back, y: (target.y - source.y) * back };

  /** The wire is held at its other end, and the next tap says where this one goes. */
  const tap = (end: WireEnd): void => {
    const { document } = documents.getState();
    const outward = end === 'target';
    const node = shownAs(document, outward ? wire.from : wire.to);
    views.getState().set({ wiring: { node, outward, wire: id } });
  };
  return ends.map((end) => {
    const { x, y } = places[end];
    const side = end === 'source' ? -1 : 1;
    const ring = { x: -side * away.x, y: -side * away.y };
    return (
      // Keys have C and X instead.
      <div
        key={end}
        data-wire-end={end}
        aria-hidden="true"
        className={`nodrag nopan absolute z-[1200] grid touch-none cursor-grab place-items-center rounded-full ${drawing ? 'invisible' : 'pointer-events-auto'}`}
        style={{
          width: REACH,
          height: REACH,
          transform: `translate(-50%, -50%) translate(${x + (side * away.x) / zoom}px, ${y + (side * away.y) / zoom}px) scale(${1 / zoom})`,
        }}
        onTouchStart={({ nativeEvent: { touches } }) => {
          const [touch, ...more] = touches;
          if (touch && more.length === 0) dragByFinger(touch, id, end);
        }}
        onMouseDown={({ button, clientX, clientY }) => {
          if (button === 0) takeEnd(id, end, { x: clientX, y: clientY });
        }}
        onClick={() => tap(end)}
      >
        <span
          className="size-4 rounded-full border-2 border-accent bg-accent-soft/60"
          style={{ translate: `${ring.x}px ${ring.y}px` }}
        />
      </div>
    );
  });
}

/** Where a wire starts and leads on the canvas, looked up when it has been drawn. */
function usePlaces(id: string): Record<WireEnd, Position> | undefined {
  const nodes = useStore((state) => state.nodes);
  const [places, setPlaces] = useState<Record<WireEnd, Position>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the wire is drawn follows from the nodes.
  useLayoutEffect(() => {
    const now = endsOf(id, 'canvas');
    // While an end is dragged, its wire is not drawn.
    if (now) setPlaces(now);
  }, [id, nodes]);
  return places;
}
