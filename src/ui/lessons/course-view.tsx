import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import type { Course, CourseEntry } from '../../lessons/course.ts';
import { CourseEntryView } from './course-entry.tsx';
import { useCourse } from './use-course.ts';
import { useLessons } from './use-lessons.ts';

/** The course, lecture by lecture, with the lessons of each and how far the person is in them. */
export function CourseView({ wide = false }: { wide?: boolean }) {
  const { t } = useTranslation();
  const course = useCourse();
  const { documents, missing } = useLessons();
  const [query, setQuery] = useState('');
  const words = useWords();
  const found = course ? search(course, query, (id) => documents.get(id)?.meta.title) : [];
  const place = useRef<HTMLDivElement>(null);
  // In the narrow panel the person is where the lesson on screen is.
  const loaded = course !== undefined && documents.size > 0;
  useEffect(() => {
    if (wide || !loaded) return;
    place.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'center' });
  }, [wide, loaded]);
  // In its window it stands below headings of its own; in the panel, below the page's name.
  const Heading = wide ? 'h4' : 'h2';
  return (
    <div ref={place} className={wide ? '' : 'px-2.5 pb-4'}>
      <input
        type="search"
        aria-label={t('course.search')}
        placeholder={t('course.search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        className="h-9 w-full rounded-lg border border-line bg-surface px-2.5 text-ink placeholder:text-ink-3"
      />
      {missing ? (
        <p role="alert" className="mt-3 text-bad">
          {t('lessons.failed')}
        </p>
      ) : null}
      {course && found.length === 0 ? (
        <p className="mt-3 text-ink-2">{t('course.none', { query })}</p>
      ) : null}
      {found.map(({ title, entries }) => (
        <section key={title.en} aria-label={words(title)}>
          <Heading className="mt-5 mb-1.5 text-[13px] font-medium text-ink-3">
            {words(title)}
          </Heading>
          <ul className="flex flex-col gap-2">
            {entries.map((entry) => (
              <CourseEntryView key={entry.code} entry={entry} documents={documents} wide={wide} />
            ))}
          </ul>
        </section>
      ))}
      {course && query === '' ? (
        <p className="mt-5 text-[13px] text-ink-3">{t('course.more')}</p>
      ) : null}
    </div>
  );
}

type Titled = string | { readonly en: string; readonly ko: string } | undefined;

/** The chapters with those of their lectures that answer to a query, by any title in either language. */
function search(
  { chapters }: Course,
  query: string,
  titleOf: (lesson: string) => Titled,
): Course['chapters'] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return chapters;
  const textOf = (entry: CourseEntry): string =>
    [
      entry.code,
      ...Object.values(entry.title),
      ...Object.values(entry.teaches),
      ...entry.lessons,
      ...entry.lessons.map((id) => JSON.stringify(titleOf(id) ?? '')),
    ]
      .join('\n')
      .toLowerCase();
  return chapters.flatMap((chapter) => {
    const whole = Object.values(chapter.title).some((title) =>
      title.toLowerCase().includes(wanted),
    );
    const entries = chapter.entries.filter((entry) => whole || textOf(entry).includes(wanted));
    return entries.length > 0 ? [{ ...chapter, entries }] : [];
  });
}
