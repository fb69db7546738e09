import { type NodeChange, useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useState } from 'react';
import type { Box } from '../../document/drawing/lanes.ts';
import { useStores } from '../../state/stores.ts';
import type { FlowNode } from '../canvas/project.ts';
import { Guides } from './guides.tsx';
import { type Guide, snapTo } from './snap.ts';

/** How near on screen an edge is drawn to another, in pixels. */
const REACH = 6;

/** The changes of a drag, moved on to where the nodes stand level with others. */
export type Adjust = (changes: NodeChange<FlowNode>[]) => NodeChange<FlowNode>[];

/** Lets what is dragged stand level with its neighbours; Ctrl or ⌘ turns that off while it is held. */
export function Snapping({ adjust }: { adjust: RefObject<Adjust | undefined> }) {
  const { views } = useStores();
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
      const snap = snaps && to.size > 0 ? snapNodes(flow.getNodes(), to, flow.getZoom()) : still;
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
  }, [adjust, flow, views]);

  return guides.length > 0 ? <Guides guides={guides} /> : null;
}

const still = { x: 0, y: 0, guides: [] } as const;

function snapNodes(
  all: readonly FlowNode[],
  to: ReadonlyMap<string, { x: number; y: number }>,
  zoom: number,
) {
  const nodes = all.filter(({ hidden }) => !hidden);
  const moved = nodes.flatMap((node) => {
    const position = to.get(node.id);
    return position ? [boxOf({ ...node, position })] : [];
  });
  const others = nodes.filter(({ id, selected }) => !to.has(id) && !selected).map(boxOf);
  return snapTo(around(moved), others, REACH / zoom);
}

const boxOf = ({ id, position, measured }: FlowNode): Box => ({
  id,
  ...position,
  width: measured?.width ?? 0,
  height: measured?.height ?? 0,
});

/** The box around boxes. */
function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { id: '', x, y, width: right - x, height: bottom - y };
}
