import { del, get, set } from 'idb-keyval';
import { parseDocument } from '../../document/parse.ts';
import { forgetLastWords, type LastWords } from './last-words.ts';
import {
  type FoundProject,
  type KeptProject,
  OLD_KEY,
  parseProject,
  putProject,
  readProject,
  writeProject,
  writeRun,
} from './project-archive.ts';
import { newProjectId } from './project-id.ts';

/** How far the training of the one network had come. */
const OLD_RUN = 'netwright-run';
/** Where work goes that this page cannot read. */
const ASIDE = 'netwright-autosave-unread';

/** Puts what was said last where it belongs, unless something newer is there; gives what could not be kept. */
export async function keepLastWords(words: readonly LastWords[]): Promise<readonly FoundProject[]> {
  const refused: FoundProject[] = [];
  for (const each of words) refused.push(...(await keep(each)));
  return refused;
}

async function keep({ key, said }: LastWords): Promise<readonly FoundProject[]> {
  const project = parseProject(said);
  if (!project) return [];
  const { steps = null } = said as { steps?: unknown };
  let deletedAt: number | undefined;
  try {
    const kept = await readProject(project.id);
    if (typeof kept === 'object') deletedAt = kept.deletedAt;
    const isOld = typeof kept === 'object' && kept.changedAt >= project.changedAt;
    // What was deleted stays so, and is as it was last when it is brought back.
    if (!isOld && deletedAt !== undefined) await putProject({ ...project, deletedAt });
    // Steps that lead to another document would be wrong.
    else if (!isOld) await writeProject(project, steps);
    forgetLastWords(key);
    return [];
  } catch {
    return deletedAt === undefined ? [{ ...project, steps, isKept: false }] : [];
  }
}

/** Makes a project of what a page without projects kept; nothing of it is lost on the way. */
export async function migrate(
  words: readonly LastWords[],
): Promise<FoundProject | 'unread' | undefined> {
  const last = words.find(({ said }) => parseDocument(said).ok);
  const kept = last?.said ?? (await get<unknown>(OLD_KEY));
  if (kept === undefined) return undefined;
  const parsed = parseDocument(kept);
  if (!parsed.ok) {
    // Not ours to overwrite: a newer page may have written it.
    await set(ASIDE, kept).catch(() => {});
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
  try {
    await writeProject(project);
    const run = await get<unknown>(OLD_RUN);
    if (run !== undefined) await writeRun(project.id, run);
    await Promise.all([del(OLD_KEY), del(OLD_RUN)]);
    if (last) forgetLastWords(last.key);
    return { ...project, steps: null, isKept: true };
  } catch {
    return { ...project, steps: null, isKept: false };
  }
}
