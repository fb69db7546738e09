import * as Comlink from 'comlink';
import { createStore } from 'zustand/vanilla';
import type { Result } from '../core/result.ts';
import type { OwnTable, StoredImages } from '../datasets/define-dataset.ts';
import type { ReadFailure } from '../datasets/reading/failure.ts';
import type { TableNotes } from '../datasets/reading/table-builder.ts';
import type { TableSettings } from '../datasets/reading/table-settings.ts';

/** A file with the folders that it was dropped in. */
export interface DroppedFile {
  readonly path: string;
  readonly file: File;
}

/** A table that was read: as a document has it, how it begins, and what was strange about it. */
export interface ImportedTable {
  readonly table: OwnTable;
  readonly notes: TableNotes;
}

/** What the import worker does. All of it keeps what it reads in this browser, small tables excepted. */
export interface ImportApi {
  readTable(
    title: string,
    file: File,
    settings: TableSettings,
    onProgress: (share: number) => void,
  ): Promise<Result<ImportedTable, ReadFailure>>;
  readFiles(
    title: string,
    files: readonly DroppedFile[],
    onProgress: (share: number) => void,
  ): Promise<Result<StoredImages, ReadFailure>>;
  /** `address` is where a plan of files to download is. */
  download(
    address: string,
    onProgress: (share: number) => void,
  ): Promise<Result<StoredImages, ReadFailure>>;
}

/** Images that are being read, as the page sees it. */
export interface ImportState {
  /** How much is done, from 0 to 1; missing while nothing is read. */
  readonly share: number | undefined;
  readonly isDownload: boolean;
  /** The last table that was read, to be read again in another way. */
  readonly lastTable:
    | {
        readonly title: string;
        readonly file: File;
        readonly settings: TableSettings;
        readonly notes: TableNotes;
      }
    | undefined;
  /** Reads what was dropped or chosen; nothing if it was called off. */
  readonly readFiles: (
    title: string,
    files: readonly DroppedFile[],
  ) => Promise<Result<StoredImages, ReadFailure> | undefined>;
  readonly download: (address: string) => Promise<Result<StoredImages, ReadFailure> | undefined>;
  readonly readTable: (
    title: string,
    file: File,
    settings: TableSettings,
  ) => Promise<Result<ImportedTable, ReadFailure> | undefined>;
  readonly cancel: () => void;
}

/** Reads images in a worker of their own: it may take long, and is called off by ending it. */
export function createImageImports(spawn: () => Worker) {
  let stop: (() => void) | undefined;
  const store = createStore<ImportState>()(() => ({
    share: undefined,
    isDownload: false,
    lastTable: undefined,
    readFiles: (title, files) => run(false, (api, tell) => api.readFiles(title, files, tell)),
    download: (address) => run(true, (api, tell) => api.download(address, tell)),
    readTable: async (title, file, settings) => {
      const read = await run(false, (api, tell) => api.readTable(title, file, settings, tell));
      if (read?.ok) {
        const { notes } = read.value;
        store.setState({ lastTable: { title, file, settings, notes } });
      }
      return read;
    },
    cancel: () => stop?.(),
  }));

  async function run<T>(
    isDownload: boolean,
    ask: (
      api: Comlink.Remote<ImportApi>,
      tell: (share: number) => void,
    ) => Promise<Result<T, ReadFailure>>,
  ): Promise<Result<T, ReadFailure> | undefined> {
    stop?.();
    const worker = spawn();
    let mine: (() => void) | undefined;
    const isMine = (): boolean => stop === mine;
    const ended = new Promise<Result<T, ReadFailure> | undefined>((resolve) => {
      mine = () => resolve(undefined);
      worker.onerror = ({ message }) =>
        resolve({ ok: false, error: { code: 'crashed', detail: message } });
    });
    stop = mine;
    store.setState({ share: 0, isDownload });
    const tell = Comlink.proxy((share: number) => {
      if (isMine()) store.setState({ share });
    });
    try {
      return await Promise.race([ask(Comlink.wrap<ImportApi>(worker), tell), ended]);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { ok: false, error: { code: 'crashed', detail } };
    } finally {
      worker.terminate();
      if (isMine()) {
        stop = undefined;
        store.setState({ share: undefined });
      }
    }
  }

  return store;
}

/** The store of imports. */
export type ImageImports = ReturnType<typeof createImageImports>;
