/** Bytes that grow in steps, up to a limit. */
export function createByteSink(limit: number) {
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  return {
    length: () => length,
    /** Room for so many more bytes, to be filled; nothing where the limit would be passed. */
    extend: (count: number): Uint8Array | undefined => {
      if (length + count > limit) return undefined;
      if (length + count > bytes.length) {
        const grown = new Uint8Array(Math.min(limit, Math.max(length + count, 2 * bytes.length)));
        grown.set(bytes.subarray(0, length));
        bytes = grown;
      }
      length += count;
      return bytes.subarray(length - count, length);
    },
    /** All that was written. */
    take: (): Uint8Array => bytes.subarray(0, length),
  };
}

/** Several blocks of bytes as one. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
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

/** The chunks of a stream, one after another: not every browser lets a stream be looped over. */
export async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}
