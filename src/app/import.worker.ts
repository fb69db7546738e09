import * as Comlink from 'comlink';
import { set } from 'idb-keyval';
import { err, ok, type Result } from '../core/result.ts';
import type { StoredImages } from '../datasets/define-dataset.ts';
import { type PackedImages, packImages } from '../datasets/packed-images.ts';
import type { ReadFailure } from '../datasets/reading/failure.ts';
import type { Pixels } from '../datasets/reading/pictures.ts';
import { readImages } from '../datasets/reading/read-images.ts';
import type { NamedFile } from '../datasets/reading/unpack.ts';
import type { ImportApi } from '../state/image-imports.ts';
import { type DownloadPlan, downloadAll } from './download.ts';
import { imageStore } from './image-store.ts';

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

/** Keeps images in this browser, under a key of their own. */
async function keep(
  title: string,
  images: PackedImages,
): Promise<Result<StoredImages, ReadFailure>> {
  const { shape, classes, labels, testRows } = images;
  const bytes = packImages(images);
  const key = await keyOf(bytes);
  try {
    await set(key, bytes, imageStore());
  } catch (error) {
    return err({
      code: 'not-kept',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
  const trainRows = labels.length - testRows;
  return ok({ key, title: title.slice(0, 120), shape, classes, trainRows, testRows });
}

/** The same images have the same key, so that they are kept once and a document finds them again. */
async function keyOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)]
    .slice(0, 16)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

async function read(
  title: string,
  files: readonly NamedFile[],
  onProgress: (share: number) => void,
): Promise<Result<StoredImages, ReadFailure>> {
  const images = await readImages(files, { decode, onProgress });
  return images.ok ? keep(title, images.value) : images;
}

const api: ImportApi = {
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
    if (!response?.ok) return err({ code: 'offline', address });
    const plan = (await response.json()) as DownloadPlan;
    const got = await downloadAll(new URL(plan.base, response.url), plan.files, onProgress);
    return got.ok ? read(plan.title, got.value, () => {}) : got;
  },
};

Comlink.expose(api);
