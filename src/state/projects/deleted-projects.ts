import { type KeptProject, putProject, readProject, removeProject } from './project-archive.ts';

/** Days that a deleted project can be brought back. */
export const DELETED_DAYS = 14;
/** Most deleted projects that are kept for that; the oldest go. */
const MOST_DELETED = 20;
const DAY = 24 * 60 * 60_000;

/** Deletes a project: it is not listed any more, and can be brought back for some days. */
export async function deleteProject(id: string): Promise<void> {
  const kept = await readProject(id);
  if (typeof kept === 'object') await putProject({ ...kept, deletedAt: Date.now() });
}

/** Brings a deleted project back with all that belongs to it. */
export async function bringBackProject(id: string): Promise<void> {
  const kept = await readProject(id);
  if (typeof kept !== 'object') return;
  const { deletedAt: _, ...project } = kept;
  await putProject(project);
}

/** Forgets deleted projects, newest first, whose time is over, and gives those that are left. */
export async function forgetOldDeleted(
  deleted: readonly KeptProject[],
  now = Date.now(),
): Promise<readonly KeptProject[]> {
  const isOver = ({ deletedAt = 0 }: KeptProject, i: number): boolean =>
    i >= MOST_DELETED || now - deletedAt > DELETED_DAYS * DAY;
  await Promise.all(deleted.filter(isOver).map(({ id }) => removeProject(id)));
  return deleted.filter((each, i) => !isOver(each, i));
}
