import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applyCommand } from '../../document/commands.ts';
import { emptyDocument } from '../../document/create.ts';
import { useWords } from '../../i18n/use-words.ts';
import {
  bringBackProject,
  deleteProject,
  forgetOldDeleted,
} from '../../state/projects/deleted-projects.ts';
import {
  type KeptProject,
  listProjects,
  putProject,
  readPart,
  readProject,
  removeProject,
  writeRun,
} from '../../state/projects/project-archive.ts';
import { newProjectId } from '../../state/projects/project-id.ts';
import { retitleProject } from '../../state/projects/retitle-project.ts';
import { isTaken } from '../../state/projects/seats.ts';
import { storageFailure } from '../../state/projects/storage-failure.ts';
import { useStores } from '../../state/stores.ts';
import { useFiles } from '../files/use-files.ts';
import { inPlace } from './in-place.ts';

interface ProjectList {
  readonly projects: readonly KeptProject[];
  /** Those that can be brought back, the one deleted last first. */
  readonly deleted: readonly KeptProject[];
  readonly unread: number;
}

/**
 * The projects that this browser keeps, and what is done to them. `failed`: storage cannot be reached; `trouble`
 * is why the last thing that was asked for could not be done.
 */
export function useProjectList() {
  const { documents, projects, views } = useStores();
  const { t } = useTranslation();
  const words = useWords();
  const { open } = useFiles();
  const [list, setList] = useState<ProjectList | 'failed'>();
  const [refused, setRefused] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const order = useRef<readonly string[]>([]);

  const refresh = useCallback(async (): Promise<void> => {
    await projects.getState().flush();
    const all = await listProjects();
    const { project } = documents.getState();
    const deleted = await forgetOldDeleted(all.deleted);
    const shown = all.projects.filter((each) => isShown(each, project));
    // Under a person's hands nothing changes its place: what is renamed goes to the front the next time.
    const placed = inPlace(shown, order.current);
    order.current = placed.map(({ id }) => id);
    setList({ ...all, deleted, projects: placed });
  }, [documents, projects]);

  useEffect(() => void refresh().catch(() => setList('failed')), [refresh]);

  const actions = useMemo(() => {
    const attempt = (act: () => Promise<unknown>): void => {
      setRefused(undefined);
      setTrouble(undefined);
      act()
        .catch((error: unknown) => setTrouble(storageFailure(error)))
        .then(refresh)
        .catch(() => setList('failed'));
    };
    const close = (): void => views.getState().set({ dialog: undefined, startOpen: false });
    const isHere = ({ id }: KeptProject): boolean => id === documents.getState().project;
    /** Changes a project, unless another tab writes it: what that one does would be lost, or undo this. */
    const change = (project: KeptProject, act: () => Promise<unknown>): void =>
      attempt(async () => {
        const isElsewhere = isHere(project)
          ? projects.getState().keeping?.is === 'elsewhere'
          : await isTaken(project.id);
        if (isElsewhere) setRefused(project.id);
        else await act();
      });
    const bringBack = async (id: string, wasHere: boolean): Promise<void> => {
      await bringBackProject(id);
      if (wasHere) await projects.getState().goTo(id);
      views.getState().set({ notices: [] });
    };
    const startNew = (): void => open(emptyDocument(t('app.untitled')));
    return {
      close,
      create: (): void => {
        startNew();
        close();
      },
      goTo: async ({ id }: KeptProject): Promise<void> => {
        close();
        views.getState().set({ notices: [] });
        const went = await projects.getState().goTo(id);
        if (!went) views.getState().notify({ tone: 'bad', text: t('projects.unreadable') });
      },
      rename: (project: KeptProject, title: string): void => {
        change(project, async () => {
          if (isHere(project)) {
            documents.getState().dispatch([{ type: 'retitle', title }]);
            return;
          }
          await retitleProject(project.id, title);
        });
      },
      duplicate: (project: KeptProject): void =>
        attempt(async () => {
          await projects.getState().flush();
          // The list may be older than what another tab has made of it.
          const kept = await readProject(project.id);
          if (typeof kept !== 'object') return;
          const title = t('projects.copyOf', { name: words(kept.document.meta.title) });
          const document = applyCommand(kept.document, { type: 'retitle', title });
          const now = Date.now();
          const id = newProjectId();
          await putProject({ ...kept, id, document, touched: true, changedAt: now });
          await writeRun(id, await readPart('run', project.id));
        }),
      remove: (project: KeptProject): void =>
        change(project, async () => {
          const wasHere = isHere(project);
          if (wasHere) startNew();
          await projects.getState().flush();
          const name = words(project.document.meta.title) || t('app.untitled');
          try {
            await deleteProject(project.id);
          } catch (error) {
            if (storageFailure(error) !== 'full') throw error;
            // To mark it as deleted takes room, too; to forget it gives some.
            const forget = (): void => attempt(() => removeProject(project.id));
            const action = { label: t('projects.deleteForGood'), run: forget };
            views.getState().notify({ tone: 'bad', text: t('projects.full', { name }), action });
            return;
          }
          views.getState().notify({
            tone: 'info',
            text: t('projects.removed', { name }),
            action: {
              label: t('projects.bringBack'),
              run: () => attempt(() => bringBack(project.id, wasHere)),
            },
          });
        }),
      bringBack: ({ id }: KeptProject): void => attempt(() => bringBack(id, false)),
      forget: ({ id }: KeptProject): void => attempt(() => removeProject(id)),
    };
  }, [documents, projects, views, open, refresh, t, words]);

  return { list, refused, trouble, ...actions };
}

/** A lesson that was only opened is listed while it is on screen, and is nobody's work after. */
const isShown = ({ id, touched, document }: KeptProject, onScreen: string): boolean =>
  id === onScreen || touched || document.meta.lesson === undefined;
