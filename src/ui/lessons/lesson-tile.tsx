import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { GraphDocument } from '../../document/schema.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useDocument } from '../../state/stores.ts';
import { useFiles } from '../files/use-files.ts';
import { GraphThumbnail } from './graph-thumbnail.tsx';
import { useCardCount } from './use-card-count.ts';

/** A lesson: its network in small, what it is about and how far the person is. Pressing it opens it. */
export function LessonTile({ document }: { document: GraphDocument }) {
  const { t } = useTranslation();
  const words = useWords();
  const { open } = useFiles();
  const { lesson } = document.meta;
  const title = words(document.meta.title);
  const here = useDocument((state) => state.document.meta.lesson?.id) === lesson?.id;
  const progress = useCardCount(lesson?.id ?? '');
  if (!lesson) return null;
  return (
    <li>
      <button
        type="button"
        aria-label={t('lessons.open', { name: title })}
        aria-current={here ? 'true' : undefined}
        data-lesson={lesson.id}
        onClick={() => open(document)}
        className={`flex h-full w-full flex-col rounded-card border p-3 text-left text-ink hover:border-accent ${here ? 'border-accent' : 'border-line'}`}
      >
        <GraphThumbnail document={document} />
        <span className="num mt-2 flex w-full justify-between gap-2 text-[13px] text-ink-3">
          {lesson.id}
          {here ? <span className="font-sans text-accent">{t('course.here')}</span> : null}
        </span>
        <span className="font-semibold">{title}</span>
        <span className="mt-0.5 text-[13px] leading-snug text-ink-2">{words(lesson.summary)}</span>
        {progress && progress.done > 0 ? (
          <span className="mt-1.5 flex w-full items-center gap-2 text-[13px] text-ink-3">
            <span aria-hidden="true" className="h-1 flex-1 overflow-hidden rounded-full bg-line">
              <span
                className="block h-full bg-ok"
                style={{ width: `${(100 * progress.done) / progress.count}%` }}
              />
            </span>
            {progress.done >= progress.count ? (
              <span className="flex items-center gap-1 text-ok">
                <Check size={13} aria-hidden />
                {t('course.finished')}
              </span>
            ) : (
              t('course.progress', progress)
            )}
          </span>
        ) : null}
      </button>
    </li>
  );
}
