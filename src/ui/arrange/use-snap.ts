import { type NodeChange, useReactFlow } from '@xyflow/react';
import { useMemo, useRef, useState } from 'react';
import { useStores } from '../../state/stores.ts';
import type { Box } from '../canvas/lanes.ts';
import type { FlowNode } from '../canvas/project.ts';
import { type Guide, snapTo } from './snap.ts';

/** How near on screen an edge is drawn to another, in pixels. */
const REACH = 6;

type Pressed = Pick<MouseEvent, 'ctrlKey' | 'metaKey'>;

/** Lets what is dragged stand level with its neighbours; Ctrl or ⌘ turns that off while it is held. */
export function useSnap() {
  const { views } = useStores();
  const flow = useReactFlow<FlowNode>();
  const [guides, setGuides] = useState<readonly Guide[]>([]);
  const state = useRef({ dragging: false, free: false });
  const handlers = useMemo(() => {
    const boxOf = ({ id, position, measured }: FlowNode): Box => ({
      id,
      ...position,
      width: measured?.width ?? 0,
      height: measured?.height ?? 0,
    });
    const show = (next: readonly Guide[]): void =>
      setGuides((before) => (before.length === 0 && next.length === 0 ? before : next));
    return {
      onDrag: ({ ctrlKey, metaKey }: Pressed): void => {
        state.current = { dragging: true, free: ctrlKey || metaKey };
      },
      onDrop: (): void => {
        state.current = { dragging: false, free: false };
        show([]);
      },
      /** The changes of a drag, moved on to where the nodes stand level with others. */
      adjust: (changes: NodeChange<FlowNode>[]): NodeChange<FlowNode>[] => {
        const { dragging, free } = state.current;
        if (!dragging || free || !views.getState().snap) {
          show([]);
          return changes;
        }
        const to = new Map(
          changes.flatMap((change) =>
            change.type === 'position' && change.position ? [[change.id, change.position]] : [],
          ),
        );
        if (to.size === 0) return changes;
        const nodes = flow.getNodes().filter(({ hidden }) => !hidden);
        const moved = nodes.flatMap((node) => {
          const position = to.get(node.id);
          return position ? [boxOf({ ...node, position })] : [];
        });
        const others = nodes.filter(({ id, selected }) => !to.has(id) && !selected).map(boxOf);
        const { x, y, guides: lines } = snapTo(around(moved), others, REACH / flow.getZoom());
        show(lines);
        if (x === 0 && y === 0) return changes;
        return changes.map((change) =>
          change.type === 'position' && change.position
            ? { ...change, position: { x: change.position.x + x, y: change.position.y + y } }
            : change,
        );
      },
    };
  }, [flow, views]);
  return { guides, ...handlers };
}

/** The box around boxes. */
function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { id: '', x, y, width: right - x, height: bottom - y };
}
