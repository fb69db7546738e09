import * as Comlink from 'comlink';
import { config } from 'zod';
import { err, ok, type Result } from '../core/result.ts';
import type { OwnTable, StoredImages } from '../datasets/define-dataset.ts';
import { type PackedImages, packImages } from '../datasets/packed-images.ts';
import type { ReadFailure } from '../datasets/reading/failure.ts';
import type { Pixels } from '../datasets/reading/pictures.ts';
import { readImages } from '../datasets/reading/read-images.ts';
import { readTable } from '../datasets/reading/table-file.ts';
import type { NamedFile } from '../datasets/reading/unpack.ts';
import { packTable } from '../datasets/tables/packed-table.ts';
import { summarise } from '../datasets/tables/summary.ts';
import { cellsOf, type Table } from '../datasets/tables/table.ts';
import type { ImportApi } from '../state/image-imports.ts';
import { imageShelf, keepImages, keepTable } from '../state/image-store.ts';
import { downloadAll, forgetDownload, planSchema } from './download.ts';
import { sha256 } from './sha256.ts';

/** Decodes a picture as the browser does. */
async function decode(bytes: Uint8Array): Promise<Pixels | undefined> {
  try {
    const bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d', {
      willReadFrequently: true,
    });
    context?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return context ? context.getImageData(0, 0, width, height) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps images in this browser. The same ones have the same key: they are kept once, and found again. */
async function keep(
  title: string,
  images: PackedImages,
): Promise<Result<StoredImages, ReadFailure>> {
  const { shape, classes, labels, testRows } = images;
  const bytes = packImages(images);
  const key = (await sha256(bytes)).slice(0, 32);
  const trainRows = labels.length - testRows;
  const stored = { key, title: title.slice(0, 120), shape, classes, trainRows, testRows };
  try {
    await keepImages(stored, bytes);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return err({ code: 'not-kept', detail });
  }
  return ok(stored);
}

async function read(
  title: string,
  files: readonly NamedFile[],
  onProgress: (share: number) => void,
): Promise<Result<StoredImages, ReadFailure>> {
  const images = await readImages(files, { decode, onProgress });
  return images.ok ? keep(title, images.value) : images;
}

/** A table this small is part of the document, and travels with it. */
const SMALL = 2000;

async function keepCells(title: string, table: Table): Promise<Result<OwnTable, ReadFailure>> {
  const { rows } = table;
  const columns = summarise(table);
  const about = { title: title.slice(0, 120), rows, columns };
  if (rows * columns.length <= SMALL) return ok({ key: '', ...about, cells: cellsOf(table) });
  const bytes = packTable(table);
  const kept: OwnTable = { key: (await sha256(bytes)).slice(0, 32), ...about, cells: null };
  try {
    await keepTable(kept, bytes);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return err({ code: 'not-kept', detail });
  }
  return ok(kept);
}

const api: ImportApi = {
  readTable: async (title, file, settings, onProgress) => {
    const read = await readTable(file.name, file, settings, onProgress);
    if (!read.ok) return read;
    const kept = await keepCells(title, read.value.table);
    return kept.ok ? ok({ table: kept.value, notes: read.value.notes }) : kept;
  },
  readFiles: (title, files, onProgress) =>
    read(
      title,
      files.map(({ path, file }) => ({
        path,
        size: file.size,
        bytes: async () => new Uint8Array(await file.arrayBuffer()),
      })),
      onProgress,
    ),
  download: async (address, onProgress) => {
    const response = await fetch(address).catch(() => undefined);
    if (!response) return err({ code: 'offline', address });
    const plan = planSchema.safeParse(await response.json().catch(() => undefined));
    if (!plan.success) return err({ code: 'not-served', address });
    const { title, files } = plan.data;
    const base = new URL(import.meta.env['VITE_MNIST_BASE'] || plan.data.base, response.url);
    const got = await downloadAll(base, files, imageShelf, onProgress);
    if (!got.ok) return got;
    const kept = await read(title, got.value, () => {});
    if (kept.ok) await forgetDownload(base, files, imageShelf);
    return kept;
  },
};

// zod compiles its checks with `Function` where it may; the page's security policy forbids that.
config({ jitless: true });

Comlink.expose(api);
