import {
  createStore,
  del,
  delMany,
  get,
  getMany,
  keys,
  set,
  setMany,
  type UseStore,
} from 'idb-keyval';
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

/** Keeps bytes and what is said about them, both or none. */
const keepBoth = (key: string, bytes: Uint8Array, about: string, said: unknown): Promise<void> =>
  setMany(
    [
      [key, bytes],
      [`${about}${key}`, said],
    ],
    imageStore(),
  );

/** What is said about all that is kept; of the bytes themselves nothing is read. */
async function listAbout<T>(about: string): Promise<readonly T[]> {
  try {
    const all = await keys<string>(imageStore());
    const wanted = all.filter((key) => key.startsWith(about));
    const said = await getMany<T>(wanted, imageStore());
    return said.filter((each) => each !== undefined);
  } catch {
    return [];
  }
}

/** Keeps a set of images, and remembers what it is. */
export const keepImages = (stored: StoredImages, bytes: Uint8Array): Promise<void> =>
  keepBoth(stored.key, bytes, ABOUT, { stored, bytes: bytes.length } satisfies KeptImages);

/** All sets that are kept. */
export const listImages = (): Promise<readonly KeptImages[]> => listAbout(ABOUT);

/** A large table that is kept, and what it takes up. */
export interface KeptTable {
  readonly table: OwnTable;
  readonly bytes: number;
}

/** Keeps the cells of a large table, and remembers what it is. */
export const keepTable = (table: OwnTable, bytes: Uint8Array): Promise<void> =>
  keepBoth(table.key, bytes, ABOUT_TABLE, { table, bytes: bytes.length } satisfies KeptTable);

/** All large tables that are kept. */
export const listTables = (): Promise<readonly KeptTable[]> => listAbout(ABOUT_TABLE);

/** Forgets a table; documents that use it will miss it. */
export const removeTable = (key: string): Promise<void> =>
  delMany([key, `${ABOUT_TABLE}${key}`], imageStore());

/** Forgets a set; documents that use it will miss it. */
export const removeImages = (key: string): Promise<void> =>
  delMany([key, `${ABOUT}${key}`], imageStore());
