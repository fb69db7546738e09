import { err, ok, type Result } from '../result.ts';
import type { TextProblem } from './problem.ts';
import type { SlicePart } from './slice.ts';

/** Whole numbers apart by commas, `−1, 3`, with or without brackets around them; perhaps none. */
export const readWholes = (text: string): Result<readonly number[], TextProblem> =>
  readList(text, 'not-whole', (part) => (WHOLE.test(part) ? Number(part) : undefined));

/** The sizes of axes, `2, 3`; none for a single number. */
export const readShape = (text: string): Result<readonly number[], TextProblem> =>
  readList(text, 'not-size', (part) => (/^\d*[1-9]\d*$/.test(part) ? Number(part) : undefined));

/** Parts of axes as Python writes them: `2:5`, `-1`, `:, 0`. */
export const readSlices = (text: string): Result<readonly SlicePart[], TextProblem> =>
  readList(text, 'not-part', (part) => {
    if (WHOLE.test(part)) return { at: Number(part) };
    const bounds = part.split(':').map((bound) => bound.trim());
    if (bounds.length !== 2 || !bounds.every((bound) => bound === '' || WHOLE.test(bound))) {
      return undefined;
    }
    const [start, end] = bounds.map((bound) => (bound === '' ? undefined : Number(bound)));
    return { start, end };
  });

const WHOLE = /^[-+]?\d{1,9}$/;

function readList<T>(
  text: string,
  reason: TextProblem['reason'],
  read: (part: string) => T | undefined,
): Result<readonly T[], TextProblem> {
  const inner = text
    .replaceAll('−', '-')
    .replace(/^(\s*)[[(]/, '$1 ')
    .replace(/[\])](\s*)$/, '$1');
  if (inner.trim() === '') return ok([]);
  const items: T[] = [];
  let start = 0;
  for (const part of inner.split(',')) {
    const item = read(part.trim());
    if (item === undefined) {
      const at = start + (part.length - part.trimStart().length) + 1;
      return err({ reason, at, found: part.trim() });
    }
    items.push(item);
    start += part.length + 1;
  }
  return ok(items);
}
