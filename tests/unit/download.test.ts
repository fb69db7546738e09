import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { downloadAll, type Shelf } from '../../src/app/download.ts';

const body = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 7) % 251);
const plan = [
  {
    name: 'all.bin',
    bytes: body.length,
    sha256: createHash('sha256').update(body).digest('hex'),
  },
];

let server: Server | undefined;
afterEach(() => server?.close());

/** A server on this machine that may break off, and writes down which ranges it was asked for. */
async function serve(options: { breaksAt?: number; knowsRanges?: boolean; page?: boolean }) {
  const asked: (string | undefined)[] = [];
  let { breaksAt } = options;
  server = createServer((request, response) => {
    const { range } = request.headers;
    asked.push(range);
    if (options.page) {
      response.setHeader('content-type', 'text/html').end('<p>hello</p>');
      return;
    }
    const from = options.knowsRanges ? Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0) : 0;
    if (from > 0) {
      response.statusCode = 206;
      response.setHeader('content-range', `bytes ${from}-${body.length - 1}/${body.length}`);
    }
    response.setHeader('content-length', body.length - from);
    if (breaksAt === undefined) {
      response.end(body.subarray(from));
      return;
    }
    response.write(body.subarray(from, breaksAt), () => response.destroy());
    breaksAt = undefined;
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { base: new URL(`http://127.0.0.1:${port}/`), asked };
}

function shelf(): Shelf & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    get: async (key) => kept.get(key),
    set: async (key, bytes) => void kept.set(key, bytes),
    del: async (key) => void kept.delete(key),
  };
}

it.each([true, false])(
  'goes on where it broke off, or starts anew where a server knows no ranges (%s)',
  async (knowsRanges) => {
    const { base, asked } = await serve({ breaksAt: 1_700_000, knowsRanges });
    const room = shelf();
    expect(await downloadAll(base, plan, room, () => {})).toMatchObject({
      ok: false,
      error: { code: 'offline' },
    });
    const [kept] = room.kept.values();
    expect(kept?.length).toBeGreaterThan(1_000_000);
    const shares: number[] = [];
    const result = await downloadAll(base, plan, room, (share) => shares.push(share));
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(Buffer.from((await result.value[0]?.bytes()) ?? []).equals(Buffer.from(body))).toBe(
      true,
    );
    expect(asked).toEqual([undefined, `bytes=${kept?.length}-`]);
    expect(shares.at(-1)).toBe(1);
    // A third time nothing is asked for.
    await downloadAll(base, plan, room, () => {});
    expect(asked.length).toBe(2);
  },
);

it('throws away what is not what was announced', async () => {
  const { base } = await serve({});
  const room = shelf();
  const wrong = plan.map((file) => ({ ...file, sha256: 'f'.repeat(64) }));
  const result = await downloadAll(base, wrong, room, () => {});
  expect(result).toEqual({ ok: false, error: { code: 'checksum', name: 'all.bin' } });
  expect(room.kept.size).toBe(0);
});

it('knows a page from a file that is not there', async () => {
  const { base } = await serve({ page: true });
  const result = await downloadAll(base, plan, shelf(), () => {});
  expect(result).toMatchObject({ ok: false, error: { code: 'not-served' } });
});
