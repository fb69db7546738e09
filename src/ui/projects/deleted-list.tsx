import { ChevronRight, Trash2, Undo2 } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import { DELETED_DAYS } from '../../state/projects/deleted-projects.ts';
import type { KeptProject } from '../../state/projects/project-archive.ts';
import { useView } from '../../state/stores.ts';
import { IconButton } from '../kit/button.tsx';
import { timeText } from './time-text.ts';
import { useFocusNext } from './use-focus-next.ts';

/** Projects that were deleted some days ago at most: to bring back, or to forget for good. */
export function DeletedList({
  deleted,
  onBringBack,
  onForget,
}: {
  deleted: readonly KeptProject[];
  onBringBack: (project: KeptProject) => void;
  onForget: (project: KeptProject) => void;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const language = useView((view) => view.language);
  const list = useRef<HTMLDetailsElement>(null);
  const handOn = useFocusNext(
    deleted.map(({ id }) => id),
    (id) =>
      list.current?.querySelector<HTMLElement>(
        id === undefined ? 'summary' : `[data-deleted="${CSS.escape(id)}"] button`,
      ),
  );
  return (
    <details
      ref={list}
      className="group mt-4"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' });
      }}
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-1.5 rounded-lg text-ink-2 hover:text-ink">
        <ChevronRight size={15} aria-hidden className="shrink-0 group-open:rotate-90" />
        {t('projects.deleted', { count: deleted.length })}
      </summary>
      <p className="text-[13px] text-ink-3">{t('projects.deletedStay', { days: DELETED_DAYS })}</p>
      <ul className="mt-1">
        {deleted.map((project) => {
          const name = words(project.document.meta.title) || t('app.untitled');
          return (
            <li
              key={project.id}
              data-deleted={project.id}
              className="flex min-h-11 items-center gap-1 border-line border-b"
            >
              <span className="min-w-0 flex-1 truncate" title={name}>
                {name}
              </span>
              <span className="shrink-0 text-[13px] text-ink-3">
                {timeText(project.deletedAt ?? 0, language)}
              </span>
              <IconButton
                label={t('projects.bringBackNamed', { name })}
                onClick={() => {
                  handOn(project.id);
                  onBringBack(project);
                }}
              >
                <Undo2 size={15} aria-hidden />
              </IconButton>
              <IconButton
                label={t('projects.forget', { name })}
                onClick={() => {
                  handOn(project.id);
                  onForget(project);
                }}
              >
                <Trash2 size={15} aria-hidden />
              </IconButton>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
