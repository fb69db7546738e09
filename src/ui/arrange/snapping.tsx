import { type NodeChange, useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useState } from 'react';
import { flowOf } from '../../document/arranging.ts';
import { PORT_TOP } from '../../document/drawing/port-place.ts';
import type { Flow } from '../../document/schema.ts';
import { useStores } from '../../state/stores.ts';
import type { FlowNode } from '../canvas/project.ts';
import { Guides } from './guides.tsx';
import { type Guide, type PortedBox, snapTo } from './snap.ts';

/** How near on screen an edge is drawn to another, in pixels. */
const REACH = 6;

/** The changes of a drag, moved on to where the nodes stand level with others. */
export type Adjust = (changes: NodeChange<FlowNode>[]) => NodeChange<FlowNode>[];

/** Lets what is dragged stand level with its neighbours; Ctrl or ⌘ turns that off while it is held. */
export function Snapping({ adjust }: { adjust: RefObject<Adjust | undefined> }) {
  const { views, documents } = useStores();
  const flow = useReactFlow<FlowNode>();
  const [guides, setGuides] = useState<readonly Guide[]>([]);

  useEffect(() => {
    let dragging = false;
    let free = false;
    const press = ({ ctrlKey, metaKey }: PointerEvent): void => {
      free = ctrlKey || metaKey;
    };
    adjust.current = (changes) => {
      const moves = changes.filter((change) => change.type === 'position');
      if (moves.length === 0) return changes;
      const drags = moves.some((move) => move.dragging);
      // The last change of a drag says that it is over.
      const snaps = (dragging || drags) && !free && views.getState().snap;
      dragging = drags;
      const to = new Map(moves.flatMap(({ id, position }) => (position ? [[id, position]] : [])));
      const snap =
        snaps && to.size > 0
          ? snapNodes(flow.getNodes(), to, flow.getZoom(), flowOf(documents.getState().document))
          : still;
      const lines = drags ? snap.guides : [];
      setGuides((before) => (before.length === 0 && lines.length === 0 ? before : lines));
      if (snap.x === 0 && snap.y === 0) return changes;
      return changes.map((change) =>
        change.type === 'position' && change.position
          ? {
              ...change,
              position: { x: change.position.x + snap.x, y: change.position.y + snap.y },
            }
          : change,
      );
    };
    addEventListener('pointermove', press, true);
    return () => {
      adjust.current = undefined;
      removeEventListener('pointermove', press, true);
    };
  }, [adjust, flow, views, documents]);

  return guides.length > 0 ? <Guides guides={guides} /> : null;
}

const still = { x: 0, y: 0, guides: [] } as const;

function snapNodes(
  all: readonly FlowNode[],
  to: ReadonlyMap<string, { x: number; y: number }>,
  zoom: number,
  direction: Flow,
) {
  const nodes = all.filter(({ hidden }) => !hidden);
  const moved = nodes.flatMap((node) => {
    const position = to.get(node.id);
    return position ? [boxOf({ ...node, position }, direction)] : [];
  });
  const others = nodes
    .filter(({ id, selected }) => !to.has(id) && !selected)
    .map((node) => boxOf(node, direction));
  return snapTo(around(moved), others, REACH / zoom);
}

function boxOf({ id, type, position, measured }: FlowNode, direction: Flow): PortedBox {
  const { width = 0, height = 0 } = measured ?? {};
  const box = { id, ...position, width, height };
  if (type !== 'layer' && type !== 'block') return box;
  const ports =
    direction === 'down'
      ? ({ axis: 'x', at: [position.x + width / 2] } as const)
      : ({ axis: 'y', at: [position.y + PORT_TOP] } as const);
  return { ...box, ports };
}

/** The box around boxes, with the ports of all of them. */
function around(boxes: readonly PortedBox[]): PortedBox {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const ports = boxes.flatMap((box) => box.ports ?? []);
  const [first] = ports;
  return {
    id: '',
    x,
    y,
    width: right - x,
    height: bottom - y,
    ...(first && { ports: { axis: first.axis, at: ports.flatMap(({ at }) => at) } }),
  };
}
