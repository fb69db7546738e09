import { type NodeProps, NodeResizer } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { noteSizes } from '../../document/note-schema.ts';
import { notesOf } from '../../document/notes.ts';
import { useDocument, useStores, useView } from '../../state/stores.ts';
import { type FlowNode, nodeLabelId } from '../canvas/project.ts';
import { tintOf } from './colours.ts';
import { CommentField } from './comment-field.tsx';
import { noteOf } from './comment-id.ts';
import { CommentText } from './comment-text.tsx';

/** A comment: a quiet card behind the wires, typed into after a double click or Enter. */
export function CommentCard({ id, selected }: NodeProps<FlowNode>) {
  const { t } = useTranslation();
  const { documents, views } = useStores();
  const key = noteOf(id) ?? '';
  const note = useDocument(({ document }) => {
    const notes = notesOf(document);
    return Object.hasOwn(notes, key) ? notes[key] : undefined;
  });
  const locked = useDocument((state) => state.locked);
  const editing = useView((view) => view.editing === id) && !locked;
  const card = useRef<HTMLElement>(null);

  // What stands on the canvas takes the focus, not what is drawn in it: its keys are heard there.
  useEffect(() => {
    const place = card.current?.closest<HTMLElement>('.react-flow__node');
    if (!place || locked) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.target !== place || (event.key !== 'Enter' && event.key !== 'F2')) return;
      event.preventDefault();
      event.stopPropagation();
      views.getState().set({ editing: id });
    };
    place.addEventListener('keydown', press);
    return () => place.removeEventListener('keydown', press);
  }, [id, locked, views]);

  if (!note) return null;
  return (
    <article
      ref={card}
      id={nodeLabelId(id)}
      aria-label={t('comment.label', { text: note.text })}
      data-comment={key}
      className={`relative h-full w-full rounded-card border ${selected ? 'border-accent ring-3 ring-accent-soft' : 'border-line'}`}
      style={{
        background: tintOf(note.colour),
      }}
    >
      <NodeResizer
        isVisible={selected && !locked}
        minWidth={noteSizes.width[0]}
        minHeight={noteSizes.height[0]}
        maxWidth={noteSizes.width[1]}
        maxHeight={noteSizes.height[1]}
        lineClassName="!border-transparent"
        handleClassName="!size-2.5 !rounded-full !border-accent !bg-surface"
        onResizeEnd={(_, { x, y, width, height }) =>
          documents
            .getState()
            .dispatch([{ type: 'resizeNote', id: key, box: { x, y, width, height } }])
        }
      />
      {editing ? (
        <CommentField id={key} text={note.text} />
      ) : (
        <div className="h-full overflow-hidden px-3 py-2 text-[13px] leading-snug whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">
          {note.text.trim() === '' ? (
            <span className="text-ink-3">{t('comment.empty')}</span>
          ) : (
            <CommentText text={note.text} />
          )}
        </div>
      )}
    </article>
  );
}
