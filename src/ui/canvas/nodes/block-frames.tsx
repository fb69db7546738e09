import { useReactFlow } from '@xyflow/react';
import { Minimize2 } from 'lucide-react';
import {
  type Dispatch,
  type PointerEvent as ReactPointerEvent,
  type SetStateAction,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../../document/block-schema.ts';
import { framesOf } from '../../../document/drawing/frame-boxes.ts';
import type { Box } from '../../../document/drawing/lanes.ts';
import { positionOf } from '../../../document/queries.ts';
import type { Position } from '../../../document/schema.ts';
import { useDocument, useStores, useView } from '../../../state/stores.ts';
import { usePerform } from '../../actions/use-perform.ts';
import { IconButton } from '../../kit/button.tsx';
import { openMenu, targetAt } from '../../menus/open-menu.ts';
import { OverNodes } from '../canvas-layers.tsx';
import type { FlowNode } from '../project.ts';
import { cardId } from './folded.ts';

/** Movement after which a press becomes a drag, in pixels. */
const SLACK = 4;

/** Shows nodes as moved while they are dragged, and keeps them so at the end. */
interface Moves {
  readonly onMove: (ids: readonly string[], by: Position) => void;
  readonly onMoved: (ids: readonly string[], by: Position) => void;
}

/** The frames of the blocks that are open, behind their nodes. */
export default function BlockFrames({
  nodes,
  setNodes,
}: {
  nodes: readonly FlowNode[];
  setNodes: Dispatch<SetStateAction<FlowNode[]>>;
}) {
  const { documents } = useStores();
  const onMove: Moves['onMove'] = (ids, by) =>
    setNodes((before) =>
      before.map((node) =>
        ids.includes(node.id) ? { ...node, position: sum(node.position, by) } : node,
      ),
    );
  const onMoved: Moves['onMoved'] = (ids, by) => {
    const { document, dispatch } = documents.getState();
    const places = ids.map((id) => [id, sum(positionOf(document, id), by)]);
    dispatch([{ type: 'move', positions: Object.fromEntries(places) }]);
  };
  const blocks = useDocument(({ document }) => document.blocks);
  const shown = new Map(nodes.map((node) => [node.id, node]));
  return (
    <OverNodes>
      {Object.entries(blocks ?? {}).map(([id, block]) => {
        const members = block.nodes.flatMap((node) => shown.get(node) ?? []);
        const isReady = members.length > 0 && members.every(({ measured }) => measured);
        if (block.collapsed || !isReady) return null;
        const others = nodes.filter(
          // A comment may stand among them: it is about them.
          ({ id: node, type, hidden }) =>
            !hidden && type !== 'comment' && !block.nodes.includes(node),
        );
        return (
          <Frame
            key={id}
            id={id}
            block={block}
            members={members}
            others={others}
            onMove={onMove}
            onMoved={onMoved}
          />
        );
      })}
    </OverNodes>
  );
}

const sum = (a: Position, b: Position): Position => ({ x: a.x + b.x, y: a.y + b.y });

const boxOf = ({ id, position, measured }: FlowNode): Box => ({
  id,
  ...position,
  width: measured?.width ?? 0,
  height: measured?.height ?? 0,
});

function Frame({
  id,
  block: { name, nodes },
  members,
  others,
  onMove,
  onMoved,
}: {
  id: string;
  block: Block;
  members: readonly FlowNode[];
  others: readonly FlowNode[];
} & Moves) {
  const { t } = useTranslation();
  const stores = useStores();
  const { views } = stores;
  const perform = usePerform();
  const { getZoom } = useReactFlow();
  const locked = useDocument((state) => state.locked);
  const selected = useView(({ selection }) =>
    nodes.every((node) => selection.nodes.includes(node)),
  );
  const moved = useRef(false);
  const boxes = framesOf(members.map(boxOf), others.map(boxOf));
  const [first] = boxes;

  function onPointerDown(down: ReactPointerEvent<HTMLElement>): void {
    moved.current = false;
    if (down.button !== 0 || locked) return;
    let { clientX: x, clientY: y } = down;
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > SLACK;
      if (!moved.current && !far) return;
      moved.current = true;
      event.preventDefault();
      const zoom = getZoom();
      onMove(nodes, { x: (event.clientX - x) / zoom, y: (event.clientY - y) / zoom });
      ({ clientX: x, clientY: y } = event);
    };
    const forget = (): void => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', up);
      removeEventListener('keydown', leave, { capture: true });
    };
    /** Escape takes the drag back; the click that ends it all the same is none. */
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !moved.current) return;
      event.stopPropagation();
      forget();
      const zoom = getZoom();
      onMove(nodes, { x: (down.clientX - x) / zoom, y: (down.clientY - y) / zoom });
    };
    const up = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      forget();
      if (!moved.current) return;
      // The click that ends a drag comes before this; any later one is meant.
      setTimeout(() => {
        moved.current = false;
      });
      const zoom = getZoom();
      onMoved(nodes, { x: (x - down.clientX) / zoom, y: (y - down.clientY) / zoom });
    };
    addEventListener('pointermove', move, { passive: false });
    addEventListener('pointerup', up);
    addEventListener('pointercancel', up);
    addEventListener('keydown', leave, { capture: true });
  }

  const look = selected
    ? 'border-accent bg-accent-soft/40'
    : 'border-dashed border-line-strong bg-surface-2/60';
  return (
    <section
      aria-label={t('blocks.frame', { name, layers: t('blocks.layers', { count: nodes.length }) })}
      data-block={id}
    >
      {boxes.map((box) => (
        <i
          key={`${box.left} ${box.top}`}
          aria-hidden="true"
          className={`absolute -z-10 rounded-xl border ${look}`}
          style={box}
        />
      ))}
      <header
        className="nopan nodrag pointer-events-auto absolute z-0 flex h-8 items-center"
        style={{ left: first?.left, top: first?.top, width: first?.width }}
      >
        <button
          type="button"
          data-frame={cardId(id)}
          title={t('blocks.titleHint')}
          aria-pressed={selected}
          onContextMenu={(event) => {
            event.preventDefault();
            openMenu(stores, targetAt(cardId(id)), event.clientX, event.clientY);
          }}
          onPointerDown={onPointerDown}
          onClick={(event) => {
            // A press of a key or of a screen reader ends no drag.
            if (moved.current && event.detail > 0) return;
            const { selection, select, set } = views.getState();
            const adds = event.shiftKey || event.metaKey || event.ctrlKey;
            select(adds ? [...new Set([...selection.nodes, ...nodes])] : nodes);
            if (!adds && !locked) set({ rightTab: 'layer' });
          }}
          className="h-8 min-w-0 flex-1 cursor-grab touch-none truncate rounded-t-xl px-3 text-left font-semibold text-ink-2 select-none"
        >
          {name}
        </button>
        {locked ? null : (
          <IconButton
            label={t('blocks.collapseNamed', { name })}
            onClick={() => {
              views.getState().select(nodes);
              perform('foldBlock', cardId(id));
            }}
          >
            <Minimize2 size={13} aria-hidden />
          </IconButton>
        )}
      </header>
    </section>
  );
}
