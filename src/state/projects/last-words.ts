/** Under it earlier pages kept the words of whatever project; now each project has its own. */
const LAST_WORDS = 'netwright-last-words';

const keyOf = (project: string): string => `${LAST_WORDS}/${project}`;

/** A change that the page had no time to keep in the database; this storage is written at once. */
export function sayLastWords(project: { readonly id: string }, steps: unknown): void {
  const attempts = [{ ...project, steps }, project];
  for (const words of attempts) {
    try {
      localStorage.setItem(keyOf(project.id), JSON.stringify(words));
      return;
    } catch {
      // Too large or forbidden: less is tried, and the database has had its chance.
    }
  }
}

/** What was written as a page went, and under which key; it stays until it is forgotten. */
export interface LastWords {
  readonly key: string;
  readonly said: unknown;
}

/** All that was written as pages went and that is not in the database yet. */
export function hearLastWords(): readonly LastWords[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(LAST_WORDS));
    return keys.flatMap((key) => {
      try {
        return [{ key, said: JSON.parse(localStorage.getItem(key) ?? '') as unknown }];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

/** Forgets what was said under a key: it is in the database. */
export function forgetLastWords(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where storage is denied, nothing was said.
  }
}

/** Forgets what was said last of a project: what is newer is in the database. */
export const forgetLastWordsOf = (project: string): void => forgetLastWords(keyOf(project));

const HERE = 'netwright-project';

/** The project that this tab shows; a reload finds it again. */
export function rememberHere(project: string): void {
  try {
    sessionStorage.setItem(HERE, project);
  } catch {
    // Where storage is denied, nothing is kept anyway.
  }
}

/** The project that this tab showed before it was loaded again. */
export function projectHere(): string | undefined {
  try {
    return sessionStorage.getItem(HERE) ?? undefined;
  } catch {
    return undefined;
  }
}
