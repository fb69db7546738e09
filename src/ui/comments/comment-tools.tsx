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
      style={{ zIndex: 5 }}
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

/** Above the comment where the tools would lie over a node below it, and over none above. */
function freeSide({ nodeLookup, transform: [, , zoom] }: ReactFlowState, id: string): Position {
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
  const below = y + (comment.measured.height ?? 0);
  return !isFree(below) && isFree(y - height) ? Position.Top : Position.Bottom;
}
