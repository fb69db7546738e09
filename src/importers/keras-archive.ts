import { strFromU8, unzipSync } from 'fflate';

/** Where the layers are in a `.keras` file. */
const CONFIG = 'config.json';

/** The layers' text in a `.keras` file, which is a zip archive; nothing where it has none that is at most `limit` bytes. */
export function archivedConfig(bytes: Uint8Array, limit: number): string | undefined {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === CONFIG && originalSize <= limit,
    });
    const config = files[CONFIG];
    return config && strFromU8(config);
  } catch {
    return undefined;
  }
}
