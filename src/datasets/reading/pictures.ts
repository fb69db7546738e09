import { err, ok, type Result } from '../../core/result.ts';
import type { PackedImages } from '../packed-images.ts';
import { createByteSink } from './byte-sink.ts';
import { MAX_CLASSES, MAX_PIXEL_BYTES, MAX_SIDE, type ReadFailure, tooMuch } from './failure.ts';
import type { NamedFile } from './unpack.ts';

/** A picture as pixels of four bytes: red, green, blue, opacity. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Decodes a picture file; nothing where it is none. */
export type DecodePicture = (bytes: Uint8Array) => Promise<Pixels | undefined>;

/** Whether a file is a picture, by its name. */
export const isPicture = (path: string): boolean => /\.(png|jpe?g|webp|gif|bmp)$/i.test(path);

/** A picture of at most 256 pixels a side takes less, however it is packed. */
const MAX_PICTURE_BYTES = 20_000_000;

/** Told after every picture how many of all are done, from 0 to 1. */
export type OnProgress = (share: number) => void;

/**
 * Pictures in folders that are named as their classes; folders above them named train and test tell the
 * parts. All must have one size. Grey pictures become one channel, coloured ones three.
 */
export async function packPictures(
  files: readonly NamedFile[],
  decode: DecodePicture,
  onProgress: OnProgress,
): Promise<Result<PackedImages, ReadFailure>> {
  const sorted = files
    .map((file) => ({ file, ...placeOf(file.path) }))
    .toSorted((a, b) => Number(a.isTest) - Number(b.isTest));
  const homeless = sorted.find(({ cls }) => cls === undefined);
  if (homeless) return err({ code: 'no-folders', name: homeless.file.path });
  const classes = [...new Set(sorted.flatMap(({ cls }) => cls ?? []))].sort();
  const [only = ''] = classes;
  if (classes.length < 2) return err({ code: 'one-class', name: only });
  if (classes.length > MAX_CLASSES) {
    return err({ code: 'too-many-classes', count: classes.length, limit: MAX_CLASSES });
  }
  const sink = createByteSink(3 * MAX_PIXEL_BYTES);
  let first: { readonly name: string; readonly width: number; readonly height: number } | undefined;
  let isGrey = true;
  for (const [i, { file }] of sorted.entries()) {
    if (file.size > MAX_PICTURE_BYTES) return err(tooMuch(file.size));
    const picture = await decode(await file.bytes());
    if (!picture) return err({ code: 'picture-unreadable', name: file.path });
    const { width, height, data } = picture;
    const size = `${width}×${height}`;
    if (Math.max(width, height) > MAX_SIDE) {
      return err({ code: 'picture-size', name: file.path, size, limit: MAX_SIDE });
    }
    first ??= { name: file.path, width, height };
    if (width !== first.width || height !== first.height) {
      const [one, other] = [first.name, file.path];
      const seen = `${first.width}×${first.height}`;
      return err({ code: 'shapes-differ', one, first: seen, other, second: size });
    }
    const room = sink.extend(3 * width * height);
    if (!room || sink.length() / (isGrey ? 3 : 1) > MAX_PIXEL_BYTES)
      return err(tooMuch(sink.length()));
    isGrey = copyColours(data, room) && isGrey;
    onProgress((i + 1) / sorted.length);
  }
  const { width = 1, height = 1 } = first ?? {};
  const colours = sink.take();
  return ok({
    shape: [height, width, isGrey ? 1 : 3],
    classes,
    testRows: sorted.some(({ isTest }) => !isTest)
      ? sorted.filter(({ isTest }) => isTest).length
      : 0,
    labels: Uint8Array.from(sorted, ({ cls = '' }) => classes.indexOf(cls)),
    pixels: isGrey ? everyThird(colours) : colours,
  });
}

/** The folder right above a picture is its class. */
function placeOf(path: string): { cls: string | undefined; isTest: boolean } {
  const folders = path.split('/').slice(0, -1);
  // The class itself may be called valid, or test.
  const isTest = folders
    .slice(0, -1)
    .some((folder) => /^(test|testing|val|valid|validation)$/i.test(folder));
  return { cls: folders.at(-1), isTest };
}

/** Writes red, green and blue on a black ground; tells whether all of it is grey. */
function copyColours(data: Uint8Array | Uint8ClampedArray, room: Uint8Array): boolean {
  let isGrey = true;
  for (let i = 0; i < room.length / 3; i++) {
    const shown = (data[4 * i + 3] as number) / 255;
    const [r, g, b] = [data[4 * i] as number, data[4 * i + 1] as number, data[4 * i + 2] as number];
    room[3 * i] = Math.round(r * shown);
    room[3 * i + 1] = Math.round(g * shown);
    room[3 * i + 2] = Math.round(b * shown);
    if (r !== g || g !== b) isGrey = false;
  }
  return isGrey;
}

const everyThird = (colours: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: colours.length / 3 }, (_, i) => colours[3 * i] ?? 0);
