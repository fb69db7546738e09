import { useTranslation } from 'react-i18next';
import { MAX_NOTE_TEXT } from '../../document/note-schema.ts';
import { useStores } from '../../state/stores.ts';
import { onCanvas } from './comment-id.ts';

/** Where a comment's text is typed, one step of the history at a time; Escape or Ctrl Enter ends it. */
export function CommentField({ id, text }: { id: string; text: string }) {
  const { t } = useTranslation();
  const { documents, views } = useStores();
  const stop = (): void => {
    if (views.getState().editing === onCanvas(id)) views.getState().set({ editing: undefined });
  };
  return (
    <textarea
      ref={takeFocus}
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
      onBlur={stop}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
          // The key has done its work: it neither lets go of the comment nor closes the list of nodes.
          event.stopPropagation();
          stop();
        }
      }}
    />
  );
}

/** The person asked to type here. */
const takeFocus = (field: HTMLTextAreaElement | null): void => field?.focus();
