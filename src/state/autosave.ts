import { get, set } from 'idb-keyval';
import { parseDocument } from '../document/parse.ts';
import type { GraphDocument } from '../document/schema.ts';
import type { DocumentStore } from './document-store.ts';

const KEY = 'netwright-autosave';
/** Where work goes that this page cannot read. */
const ASIDE = 'netwright-autosave-unread';
/** Where a change goes that the page had no time to keep. */
const LAST_WORDS = 'netwright-last-words';
/** Rest after a change before it is written, in ms. */
const DELAY = 200;

/** What was on screen last time. `unread`: something was kept, but this page cannot read it. */
export async function restoreDocument(): Promise<GraphDocument | 'unread' | undefined> {
  try {
    const words = lastWords();
    // They are said once; the database is told, in case nothing is changed on this visit.
    if (words !== undefined) await set(KEY, words).catch(() => {});
    const kept = words ?? (await get<unknown>(KEY));
    if (kept === undefined) return undefined;
    const parsed = parseDocument(kept);
    if (parsed.ok) return parsed.value;
    // Not ours to overwrite: a newer page may have written it.
    await set(ASIDE, kept);
    return 'unread';
  } catch {
    return undefined;
  }
}

/** What was written as the page went, newer than what the database has. */
function lastWords(): unknown {
  try {
    const text = localStorage.getItem(LAST_WORDS);
    localStorage.removeItem(LAST_WORDS);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keeps the document in the browser's own storage. A failure is told, once for each cause. */
export function autosave(documents: DocumentStore, onFailure: (detail: string) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The newest document that is not yet in the database. */
  let unsaved: GraphDocument | undefined;
  let told: string | undefined;

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const { document } = documents.getState();
    try {
      await set(KEY, document);
      if (unsaved === document) unsaved = undefined;
      told = undefined;
    } catch (error) {
      const detail = error instanceof Error ? error.message || error.name : String(error);
      if (detail !== told) onFailure(detail);
      told = detail;
    }
  }

  documents.subscribe((now, before) => {
    if (now.document === before.document) return;
    clearTimeout(timer);
    unsaved = now.document;
    timer = setTimeout(() => void write(), DELAY);
  });
  // The browser may not wait for its database when a page goes; this storage it writes at once.
  globalThis.addEventListener('pagehide', () => {
    if (!unsaved) return;
    void write();
    try {
      localStorage.setItem(LAST_WORDS, JSON.stringify(unsaved));
    } catch {
      // Too large or forbidden: the database has had its chance.
    }
  });
}
