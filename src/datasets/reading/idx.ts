import { err, ok, type Result } from '../../core/result.ts';
import type { PackedImages } from '../packed-images.ts';
import { joinBytes } from './byte-sink.ts';
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
  const parts = [
    images.filter(({ name }) => !isTest(name)),
    images.filter(({ name }) => isTest(name)),
  ];
  const crowded = parts.find((part) => part.length > 1);
  if (crowded) {
    const [one, other] = crowded.map(({ name }) => name);
    return err({ code: 'several-sets', one: one ?? '', other: other ?? '' });
  }
  const pairs: { readonly images: IdxFile; readonly labels: IdxFile }[] = [];
  for (const each of parts.flat()) {
    const own = labelsFor(each, labels, images.length === 1);
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
    const size = `${width}×${height}`;
    return err({ code: 'picture-size', name: first.name, size, limit: MAX_SIDE });
  }
  const odd = images.find(({ axes }) => axes[1] !== height || axes[2] !== width);
  if (odd) {
    const sizeOf = ({ axes }: IdxFile): string => `${axes[2]}×${axes[1]}`;
    const [one, other] = [first.name, odd.name];
    return err({ code: 'shapes-differ', one, first: sizeOf(first), other, second: sizeOf(odd) });
  }
  const all = joinBytes(pairs.map((pair) => pair.labels.values));
  const highest = all.reduce((most, label) => Math.max(most, label), 0);
  // Test files alone are something to train on.
  const testRows = pairs.length > 1 ? (pairs[1]?.images.axes[0] ?? 0) : 0;
  return ok({
    shape: [height, width, 1],
    classes: Array.from({ length: highest + 1 }, (_, i) => String(i)),
    testRows,
    labels: all,
    pixels: joinBytes(pairs.map((pair) => pair.images.values)),
  });
}

const baseOf = (name: string): string => (name.split('/').at(-1) ?? name).toLowerCase();

/** Test files are named so: t10k in MNIST and its like, test elsewhere. */
const isTest = (name: string): boolean => /(^|[^a-z])(t10k|test)([^a-z]|$)/.test(baseOf(name));

/** Labels whose name says that they belong to the images; for a single pair, the ones that there are. */
function labelsFor(
  images: IdxFile,
  labels: readonly IdxFile[],
  alone: boolean,
): IdxFile | undefined {
  const stem = (name: string): string =>
    baseOf(name).replace(/images|labels|ubyte|idx\d|gz|[^a-z0-9]/g, '');
  const named = labels.find(({ name }) => stem(name) === stem(images.name));
  return named ?? (alone && labels.length === 1 ? labels[0] : undefined);
}
