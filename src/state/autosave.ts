import { get, set } from 'idb-keyval';
import { parseDocument } from '../document/parse.ts';
import type { GraphDocument } from '../document/schema.ts';
import type { DocumentStore } from './document-store.ts';

const KEY = 'netwright-autosave';
/** Rest after a change before it is written, in ms. */
const DELAY = 200;

/** What was on screen last time, if it was kept and can still be read. */
export async function restoreDocument(): Promise<GraphDocument | undefined> {
  try {
    const parsed = parseDocument(await get(KEY));
    return parsed.ok ? parsed.value : undefined;
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
