import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import { useDocument } from '../../state/stores.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { DeletedList } from './deleted-list.tsx';
import { ProjectTile } from './project-tile.tsx';
import { storageReason } from './storage-reason.ts';
import { useFocusNext } from './use-focus-next.ts';
import { useProjectList } from './use-project-list.ts';

/** From so many projects on, they can be searched. */
const MANY = 7;

/** The projects that this browser keeps: to open, rename, duplicate and delete. */
export function ProjectsDialog() {
  const { t } = useTranslation();
  const words = useWords();
  const here = useDocument(({ project }) => project);
  const {
    list,
    refused,
    trouble,
    close,
    create,
    goTo,
    rename,
    duplicate,
    remove,
    bringBack,
    forget,
  } = useProjectList();
  const [query, setQuery] = useState('');
  const all = typeof list === 'object' ? list.projects : [];
  const shown = all.filter(({ document: { meta } }) =>
    `${words(meta.title)} ${meta.lesson?.lecture ?? ''}`
      .toLowerCase()
      .includes(query.trim().toLowerCase()),
  );
  const content = useRef<HTMLDivElement>(null);
  const handOn = useFocusNext(
    shown.map(({ id }) => id),
    (id) =>
      content.current?.querySelector<HTMLElement>(
        id === undefined ? 'button' : `[data-project="${CSS.escape(id)}"] button`,
      ),
  );
  return (
    <Dialog
      onClose={close}
      title={t('projects.title')}
      description={t('projects.subtitle')}
      closeLabel={t('common.close')}
      wide
    >
      <div ref={content}>
        <div className="mt-4 flex flex-wrap items-center gap-2">
          <Button look="solid" onClick={create}>
            <Plus size={15} aria-hidden />
            {t('projects.new')}
          </Button>
          {all.length >= MANY ? (
            <input
              type="search"
              aria-label={t('projects.search')}
              placeholder={t('projects.search')}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              className="h-8 min-w-0 flex-1 rounded-lg border border-line bg-surface px-2.5"
            />
          ) : null}
        </div>
        {typeof list === 'object' && trouble !== undefined ? (
          <p role="alert" className="mt-3 text-bad">
            {t('projects.notDone', { why: storageReason(t, trouble) })}
          </p>
        ) : null}
        {list === 'failed' ? (
          <p role="alert" className="mt-4">
            {t('projects.failed')}
          </p>
        ) : null}
        <ul className="mt-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {shown.map((project) => (
            <ProjectTile
              key={project.id}
              project={project}
              here={project.id === here}
              refused={project.id === refused}
              onOpen={() => void goTo(project)}
              onRename={(name) => rename(project, name)}
              onDuplicate={() => duplicate(project)}
              onRemove={() => {
                handOn(project.id);
                remove(project);
              }}
            />
          ))}
        </ul>
        {typeof list === 'object' && shown.length === 0 ? (
          <p className="mt-2 text-ink-2">
            {query.trim() === ''
              ? t('projects.none')
              : t('projects.found', { query: query.trim() })}
          </p>
        ) : null}
        {typeof list === 'object' && list.deleted.length > 0 ? (
          <DeletedList deleted={list.deleted} onBringBack={bringBack} onForget={forget} />
        ) : null}
        {typeof list === 'object' && list.unread > 0 ? (
          <p className="mt-4 text-[13px] text-ink-3">
            {t('projects.unread', { count: list.unread })}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
