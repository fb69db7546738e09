import Papa from 'papaparse';
import { err, type Result } from '../../core/result.ts';
import type { ReadFailure } from './failure.ts';
import { createTableBuilder, type TableRead } from './table-builder.ts';
import type { TableSettings } from './table-settings.ts';

/** Bytes that are read at once: progress and cancelling are as fine as this. */
const CHUNK = 1_000_000;
/** Lines that start with this are comments. */
const COMMENT = '#';

/**
 * Reads a table of numbers and texts, chunk by chunk. Lines that start with # are passed over. Empty
 * cells, NA, NaN, null and ? are missing. `onProgress` is told the share of the file that has been read.
 */
export function readTable(
  name: string,
  source: string | File,
  settings: TableSettings,
  onProgress: (share: number) => void = () => {},
): Promise<Result<TableRead, ReadFailure>> {
  const size = typeof source === 'string' ? source.length : source.size;
  return new Promise((resolve) => {
    let builder: ReturnType<typeof createTableBuilder> | undefined;
    let failure: ReadFailure | undefined;
    const take = (
      { data, meta }: Papa.ParseResult<string[]>,
      parser: Pick<Papa.Parser, 'abort'>,
    ): void => {
      builder ??= createTableBuilder(name, meta.delimiter, settings);
      for (const row of data) {
        failure ??= builder.add(row);
        if (failure) break;
      }
      if (failure) parser.abort();
      onProgress(size === 0 ? 1 : Math.min(1, meta.cursor / size));
    };
    const options = {
      delimiter: settings.separator,
      comments: COMMENT,
      skipEmptyLines: 'greedy' as const,
      chunkSize: CHUNK,
      chunk: take,
      complete: () =>
        resolve(failure ? err(failure) : (builder?.finish() ?? err({ code: 'table-empty', name }))),
    };
    if (typeof source === 'string') {
      Papa.parse<string[]>(source, options);
      return;
    }
    Papa.parse<string[], File>(source, {
      ...options,
      error: ({ message }) => resolve(err({ code: 'table-unreadable', name, detail: message })),
    });
  });
}
