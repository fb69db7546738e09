import { NodeToolbar, Position } from '@xyflow/react';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import { usePerform } from '../actions/use-perform.ts';
import { IconButton } from '../kit/button.tsx';
import { colourAction, colourOf, colours } from './colours.ts';
import { onCanvas } from './comment-id.ts';

/** The colours of a comment, and its end. */
export function CommentTools({ id, colour }: { id: string; colour: string | undefined }) {
  const { t } = useTranslation();
  const { views } = useStores();
  const perform = usePerform();
  /** Does to this comment alone what its menu does. */
  const act = (action: string): void => {
    views.getState().select([], [], [id]);
    perform(action, onCanvas(id));
  };
  const now = colourOf(colour);
  return (
    <NodeToolbar
      isVisible
      position={Position.Bottom}
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
