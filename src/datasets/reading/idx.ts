import { err, ok, type Result } from '../../core/result.ts';
import type { PackedImages } from '../packed-images.ts';
import { MAX_SIDE, type ReadFailure } from './failure.ts';

/** A file in the format of MNIST: unsigned bytes in so many axes. */
export interface IdxFile {
  readonly name: string;
  readonly axes: readonly number[];
  readonly values: Uint8Array;
}

/** The third byte of a file of unsigned bytes; the fourth is the number of axes. */
const UNSIGNED_BYTES = 8;

/** Whether bytes look like an IDX file of any kind. */
export const looksLikeIdx = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 &&
  bytes[0] === 0 &&
  bytes[1] === 0 &&
  (bytes[3] ?? 0) > 0 &&
  (bytes[3] ?? 0) < 6;

/** Reads one file: magic number, the length of each axis, the values, last axis fastest. */
export function readIdx(name: string, bytes: Uint8Array): Result<IdxFile, ReadFailure> {
  const [a = 0, b = 0, type = 0, rank = 0] = bytes;
  const header = 4 + 4 * rank;
  if (a !== 0 || b !== 0 || type !== UNSIGNED_BYTES || (rank !== 1 && rank !== 3)) {
    const magic = [...bytes.subarray(0, 4)]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(' ');
    return err({ code: 'idx-magic', name, magic });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const known = Math.min(rank, Math.floor((bytes.length - 4) / 4));
  const axes = Array.from({ length: known }, (_, axis) => view.getUint32(4 + 4 * axis));
  const expected = axes.reduce((product, axis) => product * axis, 1);
  const values = bytes.subarray(header);
  if (known < rank || values.length < expected) {
    return err({ code: 'truncated', name, expected: header + expected, got: bytes.length });
  }
  return ok({ name, axes, values: values.subarray(0, expected) });
}

/** Pairs images with their labels, and training files with test files. */
export function packIdx(files: readonly IdxFile[]): Result<PackedImages, ReadFailure> {
  const images = files.filter(({ axes }) => axes.length === 3);
  const labels = files.filter(({ axes }) => axes.length === 1);
  const [first] = images;
  if (!first) return err({ code: 'images-missing', name: labels[0]?.name ?? '' });
  // Test files are named so: t10k in MNIST and its like, test elsewhere.
  const ordered = images.toSorted((x, y) => Number(isTest(x.name)) - Number(isTest(y.name)));
  const pairs: { readonly images: IdxFile; readonly labels: IdxFile }[] = [];
  for (const each of ordered) {
    const own = labelsFor(each, labels);
    if (!own) return err({ code: 'labels-missing', name: each.name });
    const [count = 0] = each.axes;
    const [given = 0] = own.axes;
    if (count !== given) {
      return err({ code: 'labels-differ', images: count, labels: given, name: own.name });
    }
    pairs.push({ images: each, labels: own });
  }
  const [, height = 0, width = 0] = first.axes;
  if (height < 1 || width < 1 || Math.max(height, width) > MAX_SIDE) {
    return err({
      code: 'picture-size',
      name: first.name,
      size: `${width}×${height}`,
      limit: MAX_SIDE,
    });
  }
  const odd = images.find(({ axes }) => axes[1] !== height || axes[2] !== width);
  if (odd) {
    const sizeOf = ({ axes }: IdxFile): string => `${axes[2]}×${axes[1]}`;
    const [one, other] = [first.name, odd.name];
    return err({ code: 'shapes-differ', one, first: sizeOf(first), other, second: sizeOf(odd) });
  }
  const all = joined(pairs.map((pair) => pair.labels.values));
  const highest = all.reduce((most, label) => Math.max(most, label), 0);
  if (new Set(all).size < 2) return err({ code: 'one-class', name: String(all[0] ?? 0) });
  const testRows = pairs
    .filter((pair) => isTest(pair.images.name) && pairs.length > 1)
    .reduce((rows, pair) => rows + (pair.images.axes[0] ?? 0), 0);
  return ok({
    shape: [height, width, 1],
    classes: Array.from({ length: highest + 1 }, (_, i) => String(i)),
    testRows,
    labels: all,
    pixels: joined(pairs.map((pair) => pair.images.values)),
  });
}

const isTest = (name: string): boolean => /t10k|test/i.test(name);

/** Labels whose name says that they belong to the images; else those of the same length; else the only ones. */
function labelsFor(images: IdxFile, labels: readonly IdxFile[]): IdxFile | undefined {
  const stem = (name: string): string =>
    name.toLowerCase().replace(/images|labels|idx\d|\.gz$/g, '');
  const named = labels.find(({ name }) => stem(name) === stem(images.name));
  const fitting = labels.find(({ axes }) => axes[0] === images.axes[0]);
  return named ?? fitting ?? (labels.length === 1 ? labels[0] : undefined);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
