import { Unzip, UnzipInflate } from 'fflate';
import { err, ok, type Result } from '../../core/result.ts';
import { chunksOf, createByteSink, joinBytes } from './byte-sink.ts';
import { MAX_PIXEL_BYTES, type ReadFailure, tooMuch } from './failure.ts';

/** A file that is read when it is wanted. `path` has the folders that it lies in. */
export interface NamedFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
}

/** Inflates what is gzipped; other bytes are passed on. Stops where a small file would become a huge one. */
export async function gunzip(
  name: string,
  bytes: Uint8Array,
  budget: Budget,
): Promise<Result<Uint8Array, ReadFailure>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return ok(bytes);
  const sink = createByteSink(budget.left());
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  try {
    for await (const chunk of chunksOf(stream)) {
      const room = sink.extend(chunk.length);
      if (!room) return err(tooMuch(MAX_PIXEL_BYTES));
      room.set(chunk);
    }
  } catch {
    return err({ code: 'not-packed-well', name });
  }
  budget.take(sink.length());
  return ok(sink.take());
}

/** The files of a zip archive, inflated one after another; stops where they become too large together. */
export function unzip(
  name: string,
  bytes: Uint8Array,
  budget: Budget,
): Result<readonly NamedFile[], ReadFailure> {
  const files: NamedFile[] = [];
  let overflows = false;
  let isDamaged = false;
  const archive = new Unzip((file) => {
    const path = file.name.replace(/^(\.\/)+/, '');
    if (path.endsWith('/') || isClutter(path)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      if (error) isDamaged = true;
      if (!error && !budget.take(chunk.length)) overflows = true;
      if (isDamaged || overflows) {
        file.terminate();
        return;
      }
      chunks.push(chunk);
      if (!final) return;
      const whole = joinBytes(chunks);
      files.push({ path, size: whole.length, bytes: () => Promise.resolve(whole) });
    };
    file.start();
  });
  archive.register(UnzipInflate);
  try {
    // In small steps: what a step inflates to is known only after it.
    for (let at = 0; at < bytes.length && !overflows; at += STEP) {
      archive.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    }
  } catch {
    isDamaged = true;
  }
  if (overflows) return err(tooMuch(MAX_PIXEL_BYTES));
  return isDamaged || files.length === 0 ? err({ code: 'not-packed-well', name }) : ok(files);
}

const STEP = 1 << 15;

/** How many bytes may still be unpacked, of all files of an import together. */
export interface Budget {
  readonly left: () => number;
  /** Uses some up; false where there are not so many. */
  readonly take: (bytes: number) => boolean;
}

/** What an import may unpack in all. */
export function createBudget(bytes = MAX_PIXEL_BYTES): Budget {
  let left = bytes;
  return {
    left: () => left,
    take: (count) => {
      left -= count;
      return left >= 0;
    },
  };
}

/** What systems put beside people's files. */
export const isClutter = (path: string): boolean =>
  /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/.test(path);
