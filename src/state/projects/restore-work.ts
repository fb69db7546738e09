import { get } from 'idb-keyval';
import { hearLastWords, projectHere } from './last-words.ts';
import {
  type FoundProject,
  lastProject,
  OLD_KEY,
  readPart,
  readProject,
} from './project-archive.ts';

/** What was on screen last time. `unread`: something was kept, but this page cannot read it. */
export async function restoreWork(): Promise<FoundProject | 'unread' | undefined> {
  const words = hearLastWords();
  // What is seldom there is taken in by what is seldom loaded.
  const takeIn = () => import('./take-in.ts');
  // Where the database does not take what was said last, that is the newest there is all the same.
  const newer =
    words.length === 0
      ? []
      : ((await attempt(async () => (await takeIn()).keepLastWords(words))) ?? []);
  for (const wanted of [projectHere, lastProject]) {
    const found = await attempt(async () => {
      const id = await wanted();
      if (id === undefined) return undefined;
      return newer.find((each) => each.id === id) ?? (await find(id));
    });
    if (found) return found;
  }
  if (newer[0]) return newer[0];
  const hasOlder = words.length > 0 || (await attempt(() => get<unknown>(OLD_KEY))) !== undefined;
  return hasOlder ? attempt(async () => (await takeIn()).migrate(words)) : undefined;
}

/** A project that is there to be gone on with, with its steps. */
async function find(id: string): Promise<FoundProject | 'unread' | undefined> {
  const kept = await readProject(id);
  if (typeof kept !== 'object') return kept;
  if (kept.deletedAt !== undefined) return undefined;
  const steps = await attempt(() => readPart('steps', id));
  return { ...kept, steps, isKept: true };
}

async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}
