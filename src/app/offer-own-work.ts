import type { i18n as I18n } from 'i18next';
import { listProjects, readProject } from '../state/projects/project-archive.ts';
import type { Stores } from '../state/stores.ts';

/** A lesson that is opened anew offers the person's own work on it, if there is some. */
export function offerOwnWork(
  { documents, projects, views }: Stores,
  translator: I18n,
  found: string | undefined,
): void {
  let offered: string | undefined;

  function withdraw(): void {
    const { notices, dismiss } = views.getState();
    const notice = notices.find(({ text }) => text === offered);
    offered = undefined;
    if (notice) dismiss(notice.id);
  }

  async function goOn(id: string): Promise<void> {
    withdraw();
    if (await projects.getState().goTo(id)) return;
    views.getState().notify({ tone: 'bad', text: translator.t('projects.unreadable') });
  }

  async function offer(): Promise<void> {
    const { document, project } = documents.getState();
    const lesson = document.meta.lesson?.id;
    if (lesson === undefined) return;
    const here = await readProject(project);
    if (typeof here === 'object' && here.touched) return;
    const own = (await listProjects()).projects.find(
      ({ id, touched, document: { meta } }) =>
        touched && id !== project && meta.lesson?.id === lesson,
    );
    // Work that a link was followed from is offered by the link.
    const isOffered = own?.id === found && documents.temporal.getState().pastStates.length === 1;
    if (!own || isOffered || documents.getState().document !== document) return;
    offered = translator.t('projects.ownWork');
    const action = { label: translator.t('projects.goOn'), run: () => void goOn(own.id) };
    views.getState().notify({ tone: 'info', text: offered, stays: true, action });
  }

  const offerQuietly = (): void => void offer().catch(() => {});
  documents.subscribe((now, before) => {
    if (now.document === before.document) return;
    // Whoever has begun here has decided.
    if (offered !== undefined) withdraw();
    if (now.project !== before.project) offerQuietly();
  });
  if (documents.getState().project !== found) offerQuietly();
}
