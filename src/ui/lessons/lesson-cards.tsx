import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphDocument } from '../../document/schema.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useStores } from '../../state/stores.ts';
import { useFiles } from '../files/use-files.ts';
import { GraphThumbnail } from './graph-thumbnail.tsx';

/** The course's lessons, each with its network in small; pressing one opens it. */
export function LessonCards({ columns = false }: { columns?: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const { open } = useFiles();
  const { documents, missing } = useLessons();
  return (
    <ul
      className={
        columns ? 'grid gap-3 sm:grid-cols-2 lg:grid-cols-3' : 'flex flex-col gap-2 px-2.5 pb-4'
      }
    >
      {documents.map((document) => {
        const title = words(document.meta.title);
        const { lesson } = document.meta;
        if (!lesson) return null;
        return (
          <li key={lesson.id}>
            <button
              type="button"
              aria-label={t('lessons.open', { name: title })}
              data-lesson={lesson.id}
              onClick={() => open(document)}
              className="flex h-full w-full flex-col rounded-card border border-line p-3 text-left hover:border-accent"
            >
              <GraphThumbnail document={document} />
              <span className="num mt-2 text-[13px] text-ink-3">
                {lesson.lecture} · {lesson.id}
              </span>
              <span className="font-semibold">{title}</span>
              <span className="mt-0.5 text-[13px] leading-snug text-ink-2">
                {words(lesson.summary)}
              </span>
            </button>
          </li>
        );
      })}
      {missing ? <li className="text-bad">{t('lessons.failed')}</li> : null}
    </ul>
  );
}

/** The lessons that could be read, and whether any could not. */
function useLessons(): { documents: readonly GraphDocument[]; missing: boolean } {
  const { lessons } = useStores();
  const [missing, setMissing] = useState(false);
  const [documents, setDocuments] = useState<readonly GraphDocument[]>([]);
  useEffect(() => {
    let alive = true;
    void Promise.allSettled(lessons.ids.map(lessons.read)).then((results) => {
      if (!alive) return;
      const read = results.flatMap((result) =>
        result.status === 'fulfilled' && result.value.ok ? [result.value.value] : [],
      );
      setDocuments(read);
      setMissing(read.length < lessons.ids.length);
    });
    return () => {
      alive = false;
    };
  }, [lessons]);
  return { documents, missing };
}
