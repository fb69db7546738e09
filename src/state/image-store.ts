import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import type { OwnTable, StoredImages } from '../datasets/define-dataset.ts';

let store: UseStore | undefined;

/** Where this browser keeps images that a person brought along. */
function imageStore(): UseStore {
  store ??= createStore('netwright-images', 'sets');
  return store;
}

const ABOUT = 'about:';
const ABOUT_TABLE = 'about-table:';

/** A set that is kept, and what it takes up. */
export interface KeptImages {
  readonly stored: StoredImages;
  readonly bytes: number;
}

/** Blocks of bytes by key: sets of images, large tables, and downloads that are under way. */
export const imageShelf = {
  get: (key: string): Promise<Uint8Array | undefined> => get<Uint8Array>(key, imageStore()),
  set: (key: string, bytes: Uint8Array): Promise<void> => set(key, bytes, imageStore()),
  del: (key: string): Promise<void> => del(key, imageStore()),
};

/** Keeps a set of images, and remembers what it is. */
export async function keepImages(stored: StoredImages, bytes: Uint8Array): Promise<void> {
  await imageShelf.set(stored.key, bytes);
  const about: KeptImages = { stored, bytes: bytes.length };
  await set(`${ABOUT}${stored.key}`, about, imageStore());
}

/** All sets that are kept. */
export async function listImages(): Promise<readonly KeptImages[]> {
  const all = await entries<string, unknown>(imageStore()).catch(() => []);
  return all.flatMap(([key, value]) => (key.startsWith(ABOUT) ? [value as KeptImages] : []));
}

/** A large table that is kept, and what it takes up. */
export interface KeptTable {
  readonly table: OwnTable;
  readonly bytes: number;
}

/** Keeps the cells of a large table, and remembers what it is. */
export async function keepTable(table: OwnTable, bytes: Uint8Array): Promise<void> {
  await imageShelf.set(table.key, bytes);
  const about: KeptTable = { table, bytes: bytes.length };
  await set(`${ABOUT_TABLE}${table.key}`, about, imageStore());
}

/** All large tables that are kept. */
export async function listTables(): Promise<readonly KeptTable[]> {
  const all = await entries<string, unknown>(imageStore()).catch(() => []);
  return all.flatMap(([key, value]) => (key.startsWith(ABOUT_TABLE) ? [value as KeptTable] : []));
}

/** Forgets a table; documents that use it will miss it. */
export async function removeTable(key: string): Promise<void> {
  await imageShelf.del(key);
  await imageShelf.del(`${ABOUT_TABLE}${key}`);
}

/** Forgets a set; documents that use it will miss it. */
export async function removeImages(key: string): Promise<void> {
  await imageShelf.del(key);
  await imageShelf.del(`${ABOUT}${key}`);
}
