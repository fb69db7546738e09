import Papa from 'papaparse';
import { err, type Result } from '../../core/result.ts';
import type { ReadFailure } from './failure.ts';
import { createLineReader } from './line-reader.ts';
import { createTableBuilder, type TableRead } from './table-builder.ts';
import type { TableSettings } from './table-settings.ts';

/** Lines that start with this are comments. */
const COMMENT = '#';

/**
 * Reads a table of numbers and texts, portion by portion. Lines that start with # are passed over. Empty
 * cells, NA, NaN, null and ? are missing. `onProgress` is told the share of the file that has been read.
 */
export async function readTable(
  name: string,
  file: Blob,
  settings: TableSettings,
  onProgress: (share: number) => void = () => {},
): Promise<Result<TableRead, ReadFailure>> {
  let builder: ReturnType<typeof createTableBuilder> | undefined;
  let separator: string = settings.separator;
  let lines = 0;
  let read = 0;

  /** Takes whole lines of text. Gives what keeps them from being read. */
  function take(text: string): ReadFailure | undefined {
    const { data, errors, meta } = Papa.parse<string[]>(text, {
      delimiter: separator,
      comments: COMMENT,
      skipEmptyLines: 'greedy',
    });
    const quote = errors.find(({ type }) => type === 'Quotes');
    if (quote) return { code: 'table-quotes', name, row: lines + (quote.row ?? 0) + 1 };
    separator ||= meta.delimiter;
    builder ??= createTableBuilder(name, separator, settings);
    for (const row of data) {
      const failure = builder.add(row);
      if (failure) return failure;
    }
    lines += data.length;
    return undefined;
  }

  const reader = createLineReader(COMMENT);
  try {
    const bytes = file.stream().getReader();
    const decoder = new TextDecoder();
    for (let part = await bytes.read(); !part.done; part = await bytes.read()) {
      const whole = reader.add(decoder.decode(part.value, { stream: true }));
      const failure = whole === '' ? undefined : take(whole);
      if (failure) {
        await bytes.cancel();
        return err(failure);
      }
      read += part.value.length;
      onProgress(read / file.size);
    }
    const rest = reader.end() + decoder.decode();
    const failure = rest === '' ? undefined : take(rest);
    if (failure) return err(failure);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return err({ code: 'table-unreadable', name, detail });
  }
  return builder?.finish() ?? err({ code: 'table-empty', name });
}
