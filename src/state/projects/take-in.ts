import { del, get, set } from 'idb-keyval';
import { parseDocument } from '../../document/parse.ts';
import {
  type KeptProject,
  OLD_KEY,
  parseProject,
  readProject,
  writeProject,
  writeRun,
} from './project-archive.ts';
import { newProjectId } from './project-id.ts';

/** How far the training of the one network had come. */
const OLD_RUN = 'netwright-run';
/** Where work goes that this page cannot read. */
const ASIDE = 'netwright-autosave-unread';

/** Puts what was said last where it belongs, unless something newer is there. */
export async function keepLastWords(words: unknown): Promise<void> {
  const project = parseProject(words);
  if (!project) return;
  const kept = await readProject(project.id);
  if (typeof kept === 'object' && kept.changedAt >= project.changedAt) return;
  const { steps } = words as { steps?: unknown };
  // Steps that lead to another document would be wrong.
  await writeProject(project, steps ?? null);
}

/** Makes a project of what a page without projects kept; nothing of it is lost on the way. */
export async function migrate(words: unknown): Promise<KeptProject | 'unread' | undefined> {
  const said = parseDocument(words);
  const kept = said.ok ? said.value : await get<unknown>(OLD_KEY);
  if (kept === undefined) return undefined;
  const parsed = parseDocument(kept);
  if (!parsed.ok) {
    // Not ours to overwrite: a newer page may have written it.
    await set(ASIDE, kept);
    return 'unread';
  }
  const now = Date.now();
  const project: KeptProject = {
    id: newProjectId(),
    document: parsed.value,
    step: undefined,
    touched: true,
    changedAt: now,
    openedAt: now,
  };
  await writeProject(project);
  const run = await get<unknown>(OLD_RUN);
  if (run !== undefined) await writeRun(project.id, run);
  await Promise.all([del(OLD_KEY), del(OLD_RUN)]);
  return project;
}
