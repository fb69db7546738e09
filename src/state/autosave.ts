import { get, set } from 'idb-keyval';
import { parseDocument } from '../document/parse.ts';
import type { GraphDocument } from '../document/schema.ts';
import type { DocumentStore } from './document-store.ts';

const KEY = 'netwright-autosave';
/** Where work goes that this page cannot read. */
const ASIDE = 'netwright-autosave-unread';
/** Rest after a change before it is written, in ms. */
const DELAY = 200;

/** What was on screen last time. `unread`: something was kept, but this page cannot read it. */
export async function restoreDocument(): Promise<GraphDocument | 'unread' | undefined> {
  try {
    const kept = await get<unknown>(KEY);
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

/** Keeps the document in the browser's own storage. A failure is told, once for each cause. */
export function autosave(documents: DocumentStore, onFailure: (detail: string) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: string | undefined;

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    try {
      await set(KEY, documents.getState().document);
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
    timer = setTimeout(() => void write(), DELAY);
  });
  globalThis.addEventListener('pagehide', () => {
    if (timer !== undefined) void write();
  });
}
