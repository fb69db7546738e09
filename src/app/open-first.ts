import type { i18n as I18n } from 'i18next';
import { emptyDocument } from '../document/create.ts';
import { isSameNetwork } from '../document/queries.ts';
import type { GraphDocument } from '../document/schema.ts';
import { createDocumentStore, type DocumentStore } from '../state/document-store.ts';
import type { LessonShelf } from '../state/lesson-shelf.ts';
import type { LessonStore } from '../state/lesson-store.ts';
import type { PageLink } from '../state/page-link.ts';
import { comeBack } from '../state/projects/come-back.ts';
import type { FoundProject } from '../state/projects/project-archive.ts';
import type { ProjectStore } from '../state/projects/project-store.ts';
import { restoreWork } from '../state/projects/restore-work.ts';
import type { ViewStore } from '../state/view-store.ts';

/** What a first visit opens. */
const FIRST_LESSON = 'lab-09-2';
/** In the browser's history: what became of the link of this visit. */
const MARK = 'netwright-link';

interface Parts {
  readonly lessons: LessonShelf;
  readonly views: ViewStore;
  readonly study: LessonStore;
  readonly translator: I18n;
  readonly projects: ProjectStore;
  /** Whether the page keeps what is done on it, and so shows what was kept. */
  readonly keeps: boolean;
}

/** What the page starts with, and whether that is what was trained on the last visit. */
interface Opening {
  readonly documents: DocumentStore;
  /** The project that was on screen last time. */
  readonly found: FoundProject | undefined;
  readonly resumes: boolean;
}

/**
 * Opens what a link asks for, else what was on screen last time, else the first lesson. A link followed
 * over a person's own work leaves that a step back in the history.
 */
export async function openFirst(link: PageLink, parts: Parts): Promise<Opening> {
  const { lessons, views, study, translator, projects, keeps: isKept } = parts;
  const { notify } = views.getState();
  study.getState().set({ presenting: link.present, fixed: !link.edit });
  // A page that keeps nothing shows a lesson or a link, not the person's work.
  const kept = isKept ? await restoreWork() : undefined;
  if (kept === 'unread') notify({ tone: 'bad', text: translator.t('storage.unread') });
  const found = typeof kept === 'object' ? kept : undefined;
  const work = found?.document;
  const stays = staysAfterReload(work, link);
  const keeps = work && stays;
  const wanted = keeps ? undefined : await readLesson(link, parts);
  if (!wanted) {
    const lesson = await lessons.read(FIRST_LESSON);
    const first = lesson.ok ? lesson.value : emptyDocument(translator.t('app.untitled'));
    return { documents: storeOf(found, first), found, resumes: true };
  }
  // Whether what was trained fits is for the run to see.
  if (!found || !work) {
    return { documents: createDocumentStore(wanted), found, resumes: true };
  }
  const documents = storeOf(found, work);
  const isOpen = work.meta.lesson?.id === link.lesson && isSameNetwork(work, wanted);
  if (!isOpen) {
    documents.getState().open(wanted);
    const { title } = wanted.meta;
    const name = typeof title === 'string' ? title : title[views.getState().language];
    notify({
      tone: 'info',
      text: translator.t('link.opened', { name }),
      action: {
        label: translator.t('link.bringBack'),
        run: () => {
          void comeBack({ documents, projects }, { document: work, project: found.id });
          history.replaceState({ [MARK]: 'declined' }, '');
        },
      },
    });
  }
  return { documents, found, resumes: isOpen };
}

/** The store of a project that is gone on with, or of something new. */
const storeOf = (found: FoundProject | undefined, other: GraphDocument): DocumentStore =>
  found
    ? createDocumentStore(found.document, { project: found.id, step: found.step })
    : createDocumentStore(other);

/**
 * Whether the page is only loaded again, and what is kept came of the link, or was preferred to it. Marks
 * the address as followed.
 */
function staysAfterReload(work: GraphDocument | undefined, { lesson }: PageLink): boolean {
  const state: unknown = history.state;
  const mark =
    typeof state === 'object' && state !== null && MARK in state ? state[MARK] : undefined;
  if (mark === undefined) history.replaceState({ [MARK]: 'followed' }, '');
  return mark === 'declined' || (mark !== undefined && work?.meta.lesson?.id === lesson);
}

/** The lesson that a link names, at its card; says so if there is none. */
async function readLesson(
  { lesson, card }: PageLink,
  { lessons, views, study, translator }: Parts,
): Promise<GraphDocument | undefined> {
  if (lesson === undefined) return undefined;
  const read = await lessons.read(lesson);
  const { notify } = views.getState();
  if (!read.ok) {
    notify({ tone: 'bad', text: translator.t('link.unknownLesson', { id: lesson }) });
    return undefined;
  }
  if (card !== undefined) {
    const text = (await lessons.readCards(lesson, 'en')) ?? '';
    const { parseCards } = await import('../lessons/parse-cards.ts');
    const count = parseCards(text).cards.length;
    if (card >= 1 && card <= count) study.getState().goTo(lesson, card - 1);
    else notify({ tone: 'bad', text: translator.t('link.unknownCard', { card, count }) });
  }
  return read.value;
}
