const LAST_WORDS = 'netwright-last-words';

/** A change that the page had no time to keep in the database; this storage is written at once. */
export function sayLastWords(project: object, steps: unknown): void {
  const attempts = [{ ...project, steps }, project];
  for (const words of attempts) {
    try {
      localStorage.setItem(LAST_WORDS, JSON.stringify(words));
      return;
    } catch {
      // Too large or forbidden: less is tried, and the database has had its chance.
    }
  }
}

/** What was written as the page went. It is said once. */
export function hearLastWords(): unknown {
  try {
    const text = localStorage.getItem(LAST_WORDS);
    localStorage.removeItem(LAST_WORDS);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

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
