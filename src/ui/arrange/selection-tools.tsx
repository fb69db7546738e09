import { type Node, type ReactFlowState, useStore } from '@xyflow/react';
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  type LucideIcon,
  Sparkles,
} from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { Blocks } from '../../document/block-schema.ts';
import { type FrameBox, framesOf, TITLE } from '../../document/drawing/frame-boxes.ts';
import type { Box } from '../../document/drawing/lanes.ts';
import { useDocument } from '../../state/stores.ts';
import { isPossible } from '../actions/action.ts';
import { arrangeActions } from '../actions/arrange.ts';
import { printKey } from '../actions/key-press.ts';
import { performAction } from '../actions/perform.ts';
import { useActionContext } from '../actions/use-action-context.ts';
import { IconButton } from '../kit/button.tsx';
import type { Size } from './layout.ts';

const tools: readonly (readonly [id: string, icon: LucideIcon])[] = [
  ['tidy', Sparkles],
  ['align-left', AlignStartVertical],
  ['align-centre', AlignCenterVertical],
  ['align-right', AlignEndVertical],
  ['align-top', AlignStartHorizontal],
  ['align-middle', AlignCenterHorizontal],
  ['align-bottom', AlignEndHorizontal],
  ['distribute-horizontal', AlignHorizontalSpaceBetween],
  ['distribute-vertical', AlignVerticalSpaceBetween],
];

/** Size of the tools before they are measured, the room below them, and that to the edge, in pixels. */
const GUESS: Size = { width: 310, height: 38 };
const BELOW = 14;
const EDGE = 8;

/** What can be done to several nodes at once, above them. */
export function SelectionTools() {
  const { t } = useTranslation();
  const context = useActionContext();
  const blocks = useDocument(({ document }) => document.blocks);
  const [size, setSize] = useState(GUESS);
  const place = useStore(useShallow((state: ReactFlowState) => placeAbove(state, size, blocks)));
  const measure = useCallback((tools: HTMLDivElement | null) => {
    if (!tools) return undefined;
    // On a narrow canvas they are in two rows.
    const observer = new ResizeObserver(() =>
      setSize({ width: tools.offsetWidth, height: tools.offsetHeight }),
    );
    observer.observe(tools);
    return () => observer.disconnect();
  }, []);
  if (!place) return null;
  return (
    <div
      ref={measure}
      role="toolbar"
      aria-label={t('arrange.tools')}
      className="absolute z-10 flex w-max max-w-[calc(100%-1rem)] pointer-coarse:max-[420px]:max-w-58 -translate-x-1/2 flex-wrap justify-center rounded-lg border border-line bg-surface p-0.5 shadow-card"
      style={{ left: place.x, top: place.y }}
    >
      {tools.map(([id, Icon]) => {
        const action = arrangeActions.find((each) => each.id === id);
        if (!action) return null;
        const [key] = action.keys ?? [];
        return (
          <IconButton
            key={id}
            label={`${action.title(context)}${key ? ` (${printKey(key)})` : ''}`}
            disabled={!isPossible(action, context)}
            onClick={() => void performAction(action, context)}
          >
            <Icon size={15} aria-hidden />
          </IconButton>
        );
      })}
    </div>
  );
}

/**
 * A point on screen above the middle of what is selected and above the titles of its blocks, or below
 * it where that is off the screen; none while it is being selected.
 */
function placeAbove(
  state: ReactFlowState,
  { width, height }: Size,
  blocks: Blocks = {},
): { x: number; y: number } | undefined {
  if (state.userSelectionActive) return undefined;
  const half = width / 2 + EDGE;
  const room = height + BELOW;
  const [dx, dy, zoom] = state.transform;
  const chosen = [...state.nodeLookup.values()].filter(({ selected }) => selected);
  if (chosen.length === 0) return undefined;
  const left = Math.min(...chosen.map(({ position }) => position.x));
  const right = Math.max(...chosen.map((node) => node.position.x + (node.measured.width ?? 0)));
  const top = Math.min(...chosen.map(({ position }) => position.y));
  const bottom = Math.max(...chosen.map((node) => node.position.y + (node.measured.height ?? 0)));
  const clamp = (value: number, low: number, high: number): number =>
    Math.max(low, Math.min(Math.max(low, high), value));
  const x = Math.round(clamp(((left + right) / 2) * zoom + dx, half, state.width - half));
  let y = top * zoom + dy - room;
  const titles = titlesOf(state.nodeLookup, blocks);
  for (const title of titles) {
    const [from, to] = [title.left * zoom + dx, (title.left + title.width) * zoom + dx];
    const above = title.top * zoom + dy;
    const covers = x + half > from && x - half < to && y < above + TITLE * zoom && y + room > above;
    if (covers) y = Math.min(y, above - room);
  }
  if (y < EDGE && titles.length > 0) y = bottom * zoom + dy + 2 * EDGE;
  return { x, y: Math.round(clamp(y, EDGE, state.height - room)) };
}

/** Where the titles of open blocks stand that have a selected node. */
function titlesOf(nodes: ReactFlowState['nodeLookup'], blocks: Blocks): FrameBox[] {
  return Object.values(blocks).flatMap(({ nodes: ids, collapsed }) => {
    const members = ids.flatMap((id) => nodes.get(id) ?? []);
    if (collapsed || !members.some(({ selected }) => selected)) return [];
    const others = [...nodes.values()].filter(
      ({ id, type, hidden }) => !hidden && type !== 'comment' && !ids.includes(id),
    );
    return framesOf(members.map(boxOf), others.map(boxOf)).slice(0, 1);
  });
}

const boxOf = ({ id, position, measured }: Node): Box => ({
  id,
  ...position,
  width: measured?.width ?? 0,
  height: measured?.height ?? 0,
});
