import { get } from 'idb-keyval';
import { hearLastWords, projectHere } from './last-words.ts';
import { type KeptProject, lastProject, OLD_KEY, readProject } from './project-archive.ts';

/** What was on screen last time. `unread`: something was kept, but this page cannot read it. */
export async function restoreWork(): Promise<KeptProject | 'unread' | undefined> {
  try {
    const words = hearLastWords();
    // What is seldom there is taken in by what is seldom loaded.
    const takeIn = () => import('./take-in.ts');
    if (words !== undefined) await (await takeIn()).keepLastWords(words);
    for (const id of [projectHere(), await lastProject()]) {
      const kept = id === undefined ? undefined : await readProject(id);
      if (kept && (kept === 'unread' || kept.deletedAt === undefined)) return kept;
    }
    const older = words ?? (await get<unknown>(OLD_KEY));
    return older === undefined ? undefined : await (await takeIn()).migrate(words);
  } catch {
    return undefined;
  }
}
