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
    /** All that was written, as a copy of just its size. */
    take: (): Uint8Array => bytes.slice(0, length),
  };
}
