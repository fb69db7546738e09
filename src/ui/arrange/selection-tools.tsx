import { type ReactFlowState, useStore } from '@xyflow/react';
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
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { isPossible } from '../actions/action.ts';
import { arrangeActions } from '../actions/arrange.ts';
import { printKey } from '../actions/key-press.ts';
import { useActionContext } from '../actions/use-action-context.ts';
import { IconButton } from '../kit/button.tsx';

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

/** Half the width of the tools, and how far above the selection they stand, in pixels. */
const HALF = 155;
const ABOVE = 52;

/** What can be done to several nodes at once, above them. */
export function SelectionTools() {
  const { t } = useTranslation();
  const context = useActionContext();
  const place = useStore(useShallow(placeAbove));
  if (!place) return null;
  return (
    <div
      role="toolbar"
      aria-label={t('arrange.tools')}
      className="absolute z-10 flex -translate-x-1/2 rounded-lg border border-line bg-surface p-0.5 shadow-card"
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
            onClick={() => void action.run(context)}
          >
            <Icon size={15} aria-hidden />
          </IconButton>
        );
      })}
    </div>
  );
}

/** A point on screen above the middle of what is selected; none while it is being selected. */
function placeAbove(state: ReactFlowState): { x: number; y: number } | undefined {
  if (state.userSelectionActive) return undefined;
  const [dx, dy, zoom] = state.transform;
  let [left, right, top] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ];
  for (const { selected, internals, measured } of state.nodeLookup.values()) {
    if (!selected) continue;
    left = Math.min(left, internals.positionAbsolute.x);
    right = Math.max(right, internals.positionAbsolute.x + (measured.width ?? 0));
    top = Math.min(top, internals.positionAbsolute.y);
  }
  if (left > right) return undefined;
  const clamp = (value: number, low: number, high: number): number =>
    Math.max(low, Math.min(Math.max(low, high), value));
  return {
    x: Math.round(clamp(((left + right) / 2) * zoom + dx, HALF, state.width - HALF)),
    y: Math.round(clamp(top * zoom + dy - ABOVE, 8, state.height - ABOVE)),
  };
}
