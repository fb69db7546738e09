import * as z from 'zod';
import { err, ok, type Result } from '../core/result.ts';
import { chunksOf } from '../datasets/reading/byte-sink.ts';
import type { ReadFailure } from '../datasets/reading/failure.ts';
import type { NamedFile } from '../datasets/reading/unpack.ts';
import { sha256 } from './sha256.ts';

/** What there is to download, as the page's server states it; `base` is where the files are. */
export const planSchema = z.object({
  title: z.string().max(120),
  base: z.string().max(2000),
  files: z
    .array(
      z.object({
        name: z.string().regex(/^[\w.-]+$/),
        bytes: z.int().min(1).max(100_000_000),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(20),
});

type PlannedFile = z.infer<typeof planSchema>['files'][number];

/** Where what has come is kept until all of it is there, by address. */
export interface Shelf {
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  readonly set: (key: string, bytes: Uint8Array) => Promise<void>;
  readonly del: (key: string) => Promise<void>;
}

/** What has come is kept after every so many bytes, so that a download goes on where it broke off. */
const KEPT_EVERY = 1_000_000;

/** Downloads files one after another, each checked; what came earlier is not fetched again. */
export async function downloadAll(
  base: URL,
  files: readonly PlannedFile[],
  shelf: Shelf,
  onProgress: (share: number) => void,
): Promise<Result<readonly NamedFile[], ReadFailure>> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const done: NamedFile[] = [];
  let before = 0;
  for (const file of files) {
    const url = new URL(file.name, base);
    const got = await downloadOne(url, file, shelf, (bytes) =>
      onProgress((before + bytes) / total),
    );
    if (!got.ok) return got;
    const whole = got.value;
    done.push({ path: file.name, size: whole.length, bytes: () => Promise.resolve(whole) });
    before += file.bytes;
  }
  return ok(done);
}

/** Clears what was kept of a download that has found its place. */
export const forgetDownload = (
  base: URL,
  files: readonly PlannedFile[],
  shelf: Shelf,
): Promise<unknown> =>
  Promise.all(files.map(({ name }) => shelf.del(keyOf(new URL(name, base))).catch(() => {})));

const keyOf = (url: URL): string => `download:${url.href}`;

async function downloadOne(
  url: URL,
  { name, bytes: expected, sha256: wanted }: PlannedFile,
  shelf: Shelf,
  onBytes: (count: number) => void,
): Promise<Result<Uint8Array, ReadFailure>> {
  const address = url.href;
  const kept = await shelf.get(keyOf(url)).catch(() => undefined);
  const whole = new Uint8Array(expected);
  let length = 0;
  if (kept && kept.length <= expected) {
    whole.set(kept);
    length = kept.length;
  }
  // What cannot be kept is fetched again next time; that is no reason to stop.
  const keep = (): Promise<void> => shelf.set(keyOf(url), whole.slice(0, length)).catch(() => {});
  if (length < expected) {
    const headers: HeadersInit = length > 0 ? { range: `bytes=${length}-` } : {};
    const response = await fetch(url, { headers }).catch(() => undefined);
    if (!response) return err({ code: 'offline', address });
    // A server that lacks the file answers with a page of its own.
    const isPage = response.headers.get('content-type')?.includes('text/html') ?? false;
    if (!response.ok || isPage || !response.body) return err({ code: 'not-served', address });
    // A server that knows no ranges sends everything again.
    if (!isContinued(response, length)) length = 0;
    let keptUpTo = length;
    try {
      for await (const chunk of chunksOf(response.body)) {
        if (length + chunk.length > expected) break;
        whole.set(chunk, length);
        length += chunk.length;
        onBytes(length);
        if (length - keptUpTo < KEPT_EVERY) continue;
        keptUpTo = length;
        await keep();
      }
    } catch {
      await keep();
      return err({ code: 'offline', address });
    }
  }
  onBytes(length);
  if (length === expected && (await sha256(whole)) === wanted) {
    await keep();
    return ok(whole);
  }
  // What came is not what was announced: the next try starts anew.
  await shelf.del(keyOf(url)).catch(() => {});
  return err({ code: 'checksum', name });
}

const isContinued = (response: Response, from: number): boolean =>
  from > 0 &&
  response.status === 206 &&
  (response.headers.get('content-range')?.startsWith(`bytes ${from}-`) ?? true);
