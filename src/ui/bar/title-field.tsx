import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import { useDispatch, useDocument } from '../../state/stores.ts';

/** The lesson and the network's title; type to rename. */
export function TitleField() {
  const { t } = useTranslation();
  const words = useWords();
  const dispatch = useDispatch();
  const [meta, locked] = useDocument(({ document, locked }) => [document.meta, locked] as const);
  return (
    <span className="flex min-w-0 items-center gap-1 text-ink-3">
      {meta.lesson ? (
        <span className="hidden whitespace-nowrap xl:inline">{meta.lesson.lecture} ·</span>
      ) : null}
      <input
        aria-label={t('bar.title')}
        data-tour="title"
        value={words(meta.title)}
        placeholder={t('app.untitled')}
        maxLength={200}
        readOnly={locked}
        onChange={(event) => dispatch([{ type: 'retitle', title: event.target.value }], 'retitle')}
        className="h-8 w-56 min-w-0 pointer-coarse:h-11 truncate rounded-lg px-1.5 font-medium text-ink hover:bg-surface-2 focus:bg-surface-2"
      />
    </span>
  );
}
