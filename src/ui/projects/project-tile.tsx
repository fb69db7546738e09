import { Copy, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_TITLE } from '../../document/schema.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { KeptProject } from '../../state/projects/project-archive.ts';
import { useView } from '../../state/stores.ts';
import { IconButton } from '../kit/button.tsx';
import { focusSoon } from '../kit/focus-soon.ts';
import { ProjectPicture } from './project-picture.tsx';
import { timeText } from './time-text.ts';

/** A project: its network in small, its name and when it was changed; pressing it opens it. */
export function ProjectTile({
  project,
  here,
  refused,
  onOpen,
  onRename,
  onDuplicate,
  onRemove,
}: {
  project: KeptProject;
  here: boolean;
  /** Was asked to be renamed or deleted, which only the tab may that writes it. */
  refused: boolean;
  onOpen: () => void;
  onRename: (name: string) => void;
  onDuplicate: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const language = useView((view) => view.language);
  const [renaming, setRenaming] = useState(false);
  const tile = useRef<HTMLLIElement>(null);
  const { document, changedAt } = project;
  const name = words(document.meta.title) || t('app.untitled');
  const count = Object.keys(document.graph.nodes).length;
  return (
    <li
      ref={tile}
      data-project={project.id}
      className={`flex flex-col rounded-card border p-3 ${here ? 'border-accent' : 'border-line'}`}
    >
      <button
        type="button"
        aria-label={t('projects.open', { name })}
        aria-current={here ? 'true' : undefined}
        onClick={onOpen}
        className="block w-full rounded-lg text-left hover:opacity-80"
      >
        <ProjectPicture document={document} />
      </button>
      {renaming ? (
        <NameField
          name={name}
          onDone={(wanted, byKey) => {
            setRenaming(false);
            if (byKey) focusSoon(() => tile.current?.querySelector<HTMLElement>('[data-rename]'));
            if (wanted !== undefined && wanted !== name) onRename(wanted);
          }}
        />
      ) : (
        <span className="mt-2 truncate font-semibold" title={name}>
          {name}
        </span>
      )}
      <span className="flex items-center gap-2 text-[13px] text-ink-3">
        {timeText(changedAt, language)} · {t('projects.layers', { count })}
        {here ? <span className="ml-auto text-accent">{t('projects.here')}</span> : null}
      </span>
      {refused ? (
        <p role="alert" className="mt-1 text-[13px] text-bad">
          {t('projects.elsewhere')}
        </p>
      ) : null}
      <span className="-mb-1.5 -ml-2 mt-1 flex">
        <IconButton
          data-rename=""
          label={t('projects.rename', { name })}
          onClick={() => setRenaming(true)}
        >
          <Pencil size={15} aria-hidden />
        </IconButton>
        <IconButton label={t('projects.duplicate', { name })} onClick={onDuplicate}>
          <Copy size={15} aria-hidden />
        </IconButton>
        <IconButton label={t('projects.remove', { name })} onClick={onRemove}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </span>
    </li>
  );
}

/** A name that counts with Enter or on leaving; Escape keeps the one before. `byKey`: one of these keys ended it. */
function NameField({
  name,
  onDone,
}: {
  name: string;
  onDone: (wanted: string | undefined, byKey: boolean) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(name);
  const over = useRef(false);
  const finish = (wanted: string | undefined, byKey: boolean): void => {
    if (over.current) return;
    over.current = true;
    onDone(wanted?.trim() || undefined, byKey);
  };
  return (
    <input
      data-own-escape=""
      aria-label={t('projects.name', { name })}
      value={text}
      maxLength={MAX_TITLE}
      ref={(input) => input?.focus()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => finish(text, false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') {
          // Else the pencil, which gets the focus, would be pressed by the same key.
          event.preventDefault();
          finish(text, true);
        }
        if (event.key === 'Escape') finish(undefined, true);
      }}
      className="mt-1.5 h-8 w-full rounded-lg bg-surface-2 px-1.5 font-semibold"
    />
  );
}
