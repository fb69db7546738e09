import { NodeToolbar, Position } from '@xyflow/react';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import { IconButton } from '../kit/button.tsx';
import { colourOf, colours } from './colours.ts';

/** The colours of a comment, and its end. */
export function CommentTools({ id, colour }: { id: string; colour: string | undefined }) {
  const { t } = useTranslation();
  const { dispatch } = useStores().documents.getState();
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
          onClick={() => dispatch([{ type: 'editNote', id, change: { colour: each.name } }])}
        >
          <span
            className={`size-4 rounded-full border-2 ${each === now ? 'border-ink' : 'border-line-strong'}`}
            style={{ background: `var(${each.token})` }}
          />
        </IconButton>
      ))}
      <IconButton
        label={t('comment.remove')}
        onClick={() => dispatch([{ type: 'removeNotes', ids: [id] }])}
      >
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </NodeToolbar>
  );
}
