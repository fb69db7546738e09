import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphDocument } from '../../document/schema.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { CourseEntry } from '../../lessons/course.ts';
import { LessonTile } from './lesson-tile.tsx';

const TimeLine = lazy(async () => ({ default: (await import('./time-line.tsx')).TimeLine }));

/** A lecture or a lab: what it teaches, and its lessons. */
export function CourseEntryView({
  entry,
  documents,
  wide,
}: {
  entry: CourseEntry;
  documents: ReadonlyMap<string, GraphDocument>;
  wide: boolean;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const lessons = entry.lessons.flatMap((id) => documents.get(id) ?? []);
  const told = lessons.length === 0 && !entry.timeLine;
  return (
    <li data-entry={entry.code} className={told ? 'text-ink-3' : ''}>
      <p className="flex items-baseline gap-2">
        <span className="num shrink-0 text-[13px] text-ink-3">{entry.code}</span>
        <span className={told ? '' : 'font-semibold'}>{words(entry.title)}</span>
      </p>
      <p className={`text-[13px] leading-snug ${told ? 'text-ink-3' : 'text-ink-2'}`}>
        {words(entry.teaches)}
      </p>
      {lessons.length > 0 ? (
        <ul
          className={`mt-1.5 mb-2 ${wide ? 'grid gap-3 sm:grid-cols-2 lg:grid-cols-3' : 'flex flex-col gap-2'}`}
        >
          {lessons.map((document) => (
            <LessonTile key={document.meta.lesson?.id} document={document} />
          ))}
        </ul>
      ) : null}
      {entry.timeLine ? (
        <details className="mt-1 mb-2 rounded-card border border-line px-3 py-2">
          <summary className="cursor-pointer font-medium text-ink">{t('course.timeLine')}</summary>
          <Suspense fallback={null}>
            <TimeLine documents={documents} />
          </Suspense>
        </details>
      ) : null}
    </li>
  );
}
