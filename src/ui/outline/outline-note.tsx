import { StickyNote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { notesOf } from '../../document/notes.ts';
import { useDocument, useStores, useView } from '../../state/stores.ts';
import { CommentField } from '../comments/comment-field.tsx';
import { noteOf } from '../comments/comment-id.ts';
import { isSelected, selectThing } from '../edit/select-thing.ts';
import { EntryActions } from './entry-actions.tsx';

/** A comment of the list: its text, and the field that it is typed into. */
export function OutlineNote({ id, reached }: { id: string; reached: boolean }) {
  const { t } = useTranslation();
  const stores = useStores();
  useView((view) => view.selection);
  const locked = useDocument((state) => state.locked);
  const editing = useView((view) => view.editing === id) && !locked;
  const key = noteOf(id) ?? '';
  const note = useDocument(({ document }) => notesOf(document)[key]);
  if (!note) return null;
  const selected = reached && isSelected(stores, id);
  const text = note.text.trim();
  return (
    <li className={`rounded-card border bg-surface ${selected ? 'border-accent' : 'border-line'}`}>
      {editing ? (
        <div className="h-24 p-1">
          <CommentField id={key} text={note.text} />
        </div>
      ) : (
        <button
          type="button"
          data-outline-node={id}
          tabIndex={reached ? 0 : -1}
          aria-current={selected}
          onFocus={() => selectThing(stores, id)}
          onClick={(event) => {
            selectThing(stores, id);
            if (event.detail === 0 && !locked) stores.views.getState().set({ editing: id });
          }}
          className="flex min-h-11 w-full items-start gap-2.5 rounded-card px-3 py-2 text-left"
        >
          <StickyNote size={18} aria-hidden className="mt-0.5 shrink-0 text-ink-3" />
          <span className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">
            {t('comment.label', { text: text === '' ? t('outline.noText') : text })}
          </span>
        </button>
      )}
      {selected ? (
        <EntryActions id={id} label={t('menu.note', { text: text.slice(0, 60) })} menu="note" />
      ) : null}
    </li>
  );
}
