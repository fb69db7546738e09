import { useTranslation } from 'react-i18next';
import { MAX_NOTE_TEXT } from '../../document/note-schema.ts';
import { useStores } from '../../state/stores.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { onCanvas } from './comment-id.ts';

/**
 * Where a comment's text is typed, one step of the history at a time. Escape or Ctrl Enter ends it and gives the
 * focus back to the comment; whoever leaves it for another place keeps that.
 */
export function CommentField({ id, text }: { id: string; text: string }) {
  const { t } = useTranslation();
  const { documents, views } = useStores();
  const stop = (): void => {
    if (views.getState().editing === onCanvas(id)) views.getState().set({ editing: undefined });
  };
  return (
    <textarea
      ref={takeFocus}
      data-text-of={onCanvas(id)}
      aria-label={t('comment.text')}
      className="nodrag nowheel nopan block h-full w-full resize-none rounded-card bg-transparent px-3 py-2 text-[13px] leading-snug text-ink"
      maxLength={MAX_NOTE_TEXT}
      value={text}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ currentTarget }) =>
        documents
          .getState()
          .dispatch(
            [{ type: 'editNote', id, change: { text: currentTarget.value } }],
            `comment ${id}`,
          )
      }
      onBlur={({ currentTarget }) => {
        // Whoever looks at another window comes back to the field.
        if (document.activeElement !== currentTarget) stop();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
          // The key has done its work: it neither lets go of the comment nor closes the list of nodes.
          event.stopPropagation();
          event.preventDefault();
          stop();
          focusNode(onCanvas(id));
        }
      }}
    />
  );
}

/** The person asked to type here. */
const takeFocus = (field: HTMLTextAreaElement | null): void => field?.focus();
