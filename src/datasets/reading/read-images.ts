import { err, ok, type Result } from '../../core/result.ts';
import type { PackedImages } from '../packed-images.ts';
import { MAX_CLASSES, MAX_PIXEL_BYTES, type ReadFailure, tooMuch } from './failure.ts';
import { type IdxFile, looksLikeIdx, packIdx, readIdx } from './idx.ts';
import { packTable } from './image-table.ts';
import { type DecodePicture, isPicture, type OnProgress, packPictures } from './pictures.ts';
import { type Budget, createBudget, gunzip, isClutter, type NamedFile, unzip } from './unpack.ts';

/** What reading needs from its surroundings. */
interface Surroundings {
  readonly decode: DecodePicture;
  readonly onProgress: OnProgress;
}

const isZip = (path: string): boolean => /\.zip$/i.test(path);
const isTable = (path: string): boolean => /\.(csv|tsv)(\.gz)?$/i.test(path);

/**
 * Images with labels out of whatever people have: IDX files, plain or gzipped; pictures in folders that
 * are named as their classes; a table; or a zip archive with any of these in it.
 */
export async function readImages(
  dropped: readonly NamedFile[],
  surroundings: Surroundings,
): Promise<Result<PackedImages, ReadFailure>> {
  // Pictures are read one by one; anything else as a whole.
  const large = dropped.find(({ path, size }) => !isPicture(path) && size > MAX_PIXEL_BYTES);
  if (large) return err(tooMuch(large.size));
  const budget = createBudget();
  const unpacked = await unpackAll(
    dropped.filter(({ path }) => !isClutter(path)),
    budget,
  );
  if (!unpacked.ok) return unpacked;
  const images = await readFiles(unpacked.value, budget, surroundings);
  return images.ok ? checked(images.value) : images;
}

async function readFiles(
  files: readonly NamedFile[],
  budget: Budget,
  surroundings: Surroundings,
): Promise<Result<PackedImages, ReadFailure>> {
  const pictures = files.filter(({ path }) => isPicture(path));
  if (pictures.length > 0) {
    return packPictures(pictures, surroundings.decode, surroundings.onProgress);
  }
  const table = files.find(({ path }) => isTable(path));
  if (table) {
    const plain = await gunzip(table.path, await table.bytes(), budget);
    return plain.ok ? packTable(table.path, new TextDecoder().decode(plain.value)) : plain;
  }
  return readIdxFiles(files, budget, surroundings.onProgress);
}

/** Longest name of a class, as a document keeps it. */
const MAX_NAME = 60;

/** What every set of images has to have, wherever it came from. */
function checked(images: PackedImages): Result<PackedImages, ReadFailure> {
  const { labels, classes, testRows } = images;
  const train = new Set(labels.subarray(0, labels.length - testRows));
  if (train.size < 2) return err({ code: 'one-class', name: classes[[...train][0] ?? 0] ?? '' });
  if (classes.length > MAX_CLASSES) {
    return err({ code: 'too-many-classes', count: classes.length, limit: MAX_CLASSES });
  }
  const long = classes.find((name) => name.length > MAX_NAME);
  return long === undefined ? ok(images) : err({ code: 'class-name', name: long, limit: MAX_NAME });
}

async function unpackAll(
  files: readonly NamedFile[],
  budget: Budget,
): Promise<Result<readonly NamedFile[], ReadFailure>> {
  const all: NamedFile[] = [];
  for (const file of files) {
    if (!isZip(file.path)) {
      all.push(file);
      continue;
    }
    const inside = unzip(file.path, await file.bytes(), budget);
    if (!inside.ok) return inside;
    all.push(...inside.value);
  }
  return ok(all);
}

/** Files that are no IDX at all are passed over, unless there is nothing else. */
async function readIdxFiles(
  files: readonly NamedFile[],
  budget: Budget,
  onProgress: OnProgress,
): Promise<Result<PackedImages, ReadFailure>> {
  const read: IdxFile[] = [];
  for (const [i, file] of files.entries()) {
    const bytes = await gunzip(file.path, await file.bytes(), budget);
    if (!bytes.ok) return bytes;
    if (!looksLikeIdx(bytes.value) && !/idx|ubyte/i.test(file.path)) continue;
    const idx = readIdx(file.path, bytes.value);
    if (!idx.ok) return idx;
    read.push(idx.value);
    onProgress((i + 1) / files.length);
  }
  if (read.length > 0) return packIdx(read);
  const names = files.slice(0, 3).map(({ path }) => path);
  return err({ code: 'nothing-known', names: names.join(', ') });
}
