import { NodeToolbar, Position, type ReactFlowState, useStore } from '@xyflow/react';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { notesOf } from '../../document/notes.ts';
import { useDocument, useStores } from '../../state/stores.ts';
import { usePerform } from '../actions/use-perform.ts';
import { IconButton } from '../kit/button.tsx';
import { colourAction, colourOf, colours } from './colours.ts';
import { noteOf } from './comment-id.ts';

/** Width and height of the tools with the gap to their comment, in pixels of the screen. */
const SIZE = { width: 210, height: 50 };

/** The colours of a selected comment, and its end, where they lie over no node. `id` is that on the canvas. */
export function CommentTools({ id }: { id: string }) {
  const { t } = useTranslation();
  const { views } = useStores();
  const perform = usePerform();
  const key = noteOf(id) ?? '';
  const note = useDocument(({ document }) => notesOf(document)[key]);
  const locked = useDocument((state) => state.locked);
  const side = useStore((state) => freeSide(state, id));
  if (!note || locked) return null;
  const now = colourOf(note.colour);
  /** Does to this comment alone what its menu does. */
  const act = (action: string): void => {
    views.getState().select([], [], [key]);
    perform(action, id);
  };
  return (
    <NodeToolbar
      isVisible
      position={side}
      align="start"
      // Above the tools of the canvas, under which it would be out of reach.
      style={{ zIndex: 6 }}
      role="toolbar"
      aria-label={t('comment.tools')}
      className="flex items-center rounded-lg border border-line bg-surface p-0.5 shadow-card"
    >
      {colours.map((each) => (
        <IconButton
          key={each.name}
          label={t(`comment.${each.name}`)}
          aria-pressed={each === now}
          onClick={() => act(colourAction(each.name))}
        >
          <span
            className={`size-4 rounded-full border-2 ${each === now ? 'border-ink' : 'border-line-strong'}`}
            style={{ background: `var(${each.token})` }}
          />
        </IconButton>
      ))}
      <IconButton label={t('comment.remove')} onClick={() => act('remove')}>
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </NodeToolbar>
  );
}

/** Where the tools lie over no node and within the canvas: below the comment or above it. To be in reach comes first. */
function freeSide(
  { nodeLookup, transform: [, shift, zoom], height: edge }: ReactFlowState,
  id: string,
): Position {
  const comment = nodeLookup.get(id);
  if (!comment) return Position.Bottom;
  const { x, y } = comment.position;
  const [width, height] = [SIZE.width / zoom, SIZE.height / zoom];
  const isFree = (top: number): boolean =>
    [...nodeLookup.values()].every(
      ({ type, hidden, position, measured }) =>
        type === 'comment' ||
        hidden ||
        position.x >= x + width ||
        position.x + (measured.width ?? 0) <= x ||
        position.y >= top + height ||
        position.y + (measured.height ?? 0) <= top,
    );
  const isInReach = (top: number): boolean =>
    top * zoom + shift >= 0 && (top + height) * zoom + shift <= edge;
  const sides = [
    [Position.Bottom, y + (comment.measured.height ?? 0)],
    [Position.Top, y - height],
  ] as const;
  const best =
    sides.find(([, top]) => isInReach(top) && isFree(top)) ??
    sides.find(([, top]) => isInReach(top)) ??
    sides.find(([, top]) => isFree(top));
  return best?.[0] ?? Position.Bottom;
}
