import { Unzip, UnzipInflate } from 'fflate';
import { err, ok, type Result } from '../../core/result.ts';
import { createByteSink } from './byte-sink.ts';
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
): Promise<Result<Uint8Array, ReadFailure>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return ok(bytes);
  const sink = createByteSink(MAX_PIXEL_BYTES);
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  try {
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      const room = sink.extend(chunk.length);
      if (!room) return err(tooMuch(sink.length() + chunk.length));
      room.set(chunk);
    }
  } catch {
    return err({ code: 'not-packed-well', name });
  }
  return ok(sink.take());
}

/** The files of a zip archive, inflated one after another; stops where they become too large together. */
export function unzip(name: string, bytes: Uint8Array): Result<readonly NamedFile[], ReadFailure> {
  const files: NamedFile[] = [];
  let total = 0;
  let failed = false;
  const archive = new Unzip((file) => {
    if (file.name.endsWith('/') || isClutter(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      if (error) failed = true;
      total += chunk.length;
      if (error || total > MAX_PIXEL_BYTES) {
        file.terminate();
        return;
      }
      chunks.push(chunk);
      if (!final) return;
      const whole = concatenated(chunks);
      files.push({
        path: file.name,
        size: whole.length,
        bytes: () => Promise.resolve(whole),
      });
    };
    file.start();
  });
  archive.register(UnzipInflate);
  const step = 1 << 20;
  try {
    for (let at = 0; at < bytes.length && total <= MAX_PIXEL_BYTES; at += step) {
      archive.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    }
  } catch {
    failed = true;
  }
  if (total > MAX_PIXEL_BYTES) return err(tooMuch(total));
  return failed || files.length === 0 ? err({ code: 'not-packed-well', name }) : ok(files);
}

/** What systems put beside people's files. */
export const isClutter = (path: string): boolean =>
  /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/.test(path);

function concatenated(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
