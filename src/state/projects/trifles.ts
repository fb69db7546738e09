import type { GraphDocument } from '../../document/schema.ts';
import type { LessonShelf } from '../lesson-shelf.ts';
import {
  listUntouched,
  putProject,
  readPart,
  readProject,
  removeProject,
} from './project-archive.ts';
import { whileFree } from './seats.ts';

type Shelf = Pick<LessonShelf, 'read'>;

/** Whether a document that nobody worked on is worth nothing: an empty canvas, or a lesson as it ships. */
export async function isTrifle(
  { format, version, ...document }: GraphDocument,
  lessons: Shelf,
): Promise<boolean> {
  if (Object.keys(document.graph.nodes).length === 0) return true;
  const id = document.meta.lesson?.id;
  const shipped = id === undefined ? undefined : await lessons.read(id);
  if (!shipped?.ok) return false;
  return JSON.stringify({ format, version, ...document }) === JSON.stringify(shipped.value);
}

/** Forgets a project that nobody worked on; what is more than a trifle is listed from now on. */
export async function removeIfTrifle(
  { id, document }: { readonly id: string; readonly document: GraphDocument },
  lessons: Shelf,
): Promise<void> {
  const isWorthless = !(await readPart('run', id)) && (await isTrifle(document, lessons));
  if (isWorthless) {
    await removeProject(id);
    return;
  }
  const kept = await readProject(id);
  if (typeof kept === 'object') await putProject({ ...kept, touched: true });
}

/** How long a trifle may wait for a tab that shows it again, in ms. */
const DAY = 24 * 60 * 60_000;

/** Forgets trifles that closed tabs left behind: nobody sees them, and they would fill the storage. */
export async function sweepTrifles(lessons: Shelf, onScreen: string): Promise<void> {
  for (const project of await listUntouched()) {
    const isRecent = Date.now() - project.openedAt < DAY;
    // What was deleted can be brought back for its time.
    const isDeleted = project.deletedAt !== undefined;
    if (isRecent || isDeleted || project.id === onScreen) continue;
    await whileFree(project.id, () => removeIfTrifle(project, lessons));
  }
}
