import { del, get, set } from 'idb-keyval';
import { err, ok, type Result } from '../core/result.ts';
import type { ReadFailure } from '../datasets/reading/failure.ts';
import type { NamedFile } from '../datasets/reading/unpack.ts';
import { imageStore } from './image-store.ts';

/** What there is to download, as the page's server states it. */
export interface DownloadPlan {
  readonly title: string;
  /** Where the files are, from where this plan is. */
  readonly base: string;
  readonly files: readonly PlannedFile[];
}

interface PlannedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What has come is kept after every so many bytes, so that a download goes on where it broke off. */
const KEPT_EVERY = 1_000_000;

/** Downloads files one after another, each checked; what came earlier is not fetched again. */
export async function downloadAll(
  base: URL,
  files: readonly PlannedFile[],
  onProgress: (share: number) => void,
): Promise<Result<readonly NamedFile[], ReadFailure>> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const done: NamedFile[] = [];
  let before = 0;
  for (const file of files) {
    const url = new URL(file.name, base);
    const got = await downloadOne(url, file, (bytes) => onProgress((before + bytes) / total));
    if (!got.ok) return got;
    const whole = got.value;
    done.push({ path: file.name, size: whole.length, bytes: () => Promise.resolve(whole) });
    before += file.bytes;
  }
  // They are about to be kept as images.
  await Promise.all(files.map(({ name }) => forget(new URL(name, base))));
  return ok(done);
}

const keyOf = (url: URL): string => `download:${url.href}`;
const forget = (url: URL): Promise<void> => del(keyOf(url), imageStore()).catch(() => {});

async function downloadOne(
  url: URL,
  { name, bytes: expected, sha256 }: PlannedFile,
  onBytes: (count: number) => void,
): Promise<Result<Uint8Array, ReadFailure>> {
  const store = imageStore();
  const kept = await get<Uint8Array>(keyOf(url), store).catch(() => undefined);
  const whole = new Uint8Array(expected);
  let length = 0;
  if (kept && kept.length <= expected) {
    whole.set(kept);
    length = kept.length;
  }
  if (length < expected) {
    const headers: HeadersInit = length > 0 ? { range: `bytes=${length}-` } : {};
    const response = await fetch(url, { headers }).catch(() => undefined);
    if (!response?.ok || !response.body) return err({ code: 'offline', address: url.href });
    // A server that knows no ranges sends everything again.
    if (response.status !== 206) length = 0;
    let keptUpTo = length;
    try {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        if (length + chunk.length > expected) return wrong(url, name);
        whole.set(chunk, length);
        length += chunk.length;
        onBytes(length);
        if (length - keptUpTo < KEPT_EVERY) continue;
        keptUpTo = length;
        await set(keyOf(url), whole.slice(0, length), store).catch(() => {});
      }
    } catch {
      await set(keyOf(url), whole.slice(0, length), store).catch(() => {});
      return err({ code: 'offline', address: url.href });
    }
  }
  onBytes(length);
  if (length !== expected || (await sha256Of(whole)) !== sha256) return wrong(url, name);
  await set(keyOf(url), whole, store).catch(() => {});
  return ok(whole);
}

/** What came is not what was announced; it is thrown away, so that the next try starts anew. */
async function wrong(url: URL, name: string): Promise<Result<never, ReadFailure>> {
  await forget(url);
  return err({ code: 'checksum', name });
}

async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
