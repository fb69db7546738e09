import Papa from 'papaparse';
import { err, ok, type Result } from '../../core/result.ts';
import type { PackedImages } from '../packed-images.ts';
import { createByteSink } from './byte-sink.ts';
import { MAX_CLASSES, MAX_PIXEL_BYTES, MAX_SIDE, type ReadFailure, tooMuch } from './failure.ts';

/** What a label's column may be called. */
const LABELS = /^(label|class|target|y|digit|정답|라벨|레이블)$/i;

/**
 * A table with an image a row: a label and its pixels, from 0 to 255 or from 0 to 1, row by row of a
 * square image; three times as many are colours. A first line of words is a header; the label's column is
 * the one that is called so, else the first.
 */
export function packTable(name: string, text: string): Result<PackedImages, ReadFailure> {
  const sink = createByteSink(MAX_PIXEL_BYTES);
  const labels: string[] = [];
  const values: number[] = [];
  let labelAt = 0;
  let columns = 0;
  let line = 0;
  let brightest = 0;
  let failure: ReadFailure | undefined;
  Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    comments: '#',
    step: ({ data }, parser) => {
      line += 1;
      if (line === 1) {
        columns = data.length;
        const named = data.findIndex((cell) => LABELS.test(cell.trim()));
        const words = data.flatMap((cell, i) => (isNumber(cell) ? [] : [i]));
        // One word in a first line is a label; a name for labels, or several words, are a header.
        labelAt = Math.max(0, named >= 0 ? named : words.length === 1 ? (words[0] ?? 0) : 0);
        if (named >= 0 || words.length > 1) return;
      }
      failure = takeRow(data);
      if (failure) parser.abort();
    },
  });
  if (failure) return err(failure);
  if (labels.length === 0) return err({ code: 'table-empty', name });
  return finish();

  function takeRow(cells: readonly string[]): ReadFailure | undefined {
    if (cells.length !== columns) {
      return { code: 'table-ragged', row: line, got: cells.length, expected: columns };
    }
    values.length = 0;
    for (const [i, cell] of cells.entries()) {
      if (i === labelAt) {
        labels.push(cell.trim());
        continue;
      }
      const value = Number(cell);
      if (!isNumber(cell) || value < 0 || value > 255) {
        return { code: 'table-value', row: line, column: i + 1, value: cell.slice(0, 20) };
      }
      brightest = Math.max(brightest, value);
      values.push(value);
    }
    const room = sink.extend(2 * values.length);
    if (!room) return tooMuch(sink.length());
    // Kept to 1/256 until it is known whether pixels reach to 1 or to 255.
    values.forEach((value, i) => {
      const fine = Math.round(value * 256);
      room[2 * i] = Math.min(255, fine >> 8);
      room[2 * i + 1] = fine & 255;
    });
    return undefined;
  }

  function finish(): Result<PackedImages, ReadFailure> {
    const shape = shapeOf(columns - 1);
    if (!shape) return err({ code: 'table-not-square', count: columns - 1 });
    const isNumbered = labels.every((label) => /^\d+$/.test(label) && Number(label) < MAX_CLASSES);
    const read = isNumbered ? labels.map((label) => String(Number(label))) : labels;
    const names = [...new Set(read)];
    const highest = isNumbered ? Math.max(...names.map(Number)) : 0;
    const classes = isNumbered
      ? Array.from({ length: highest + 1 }, (_, i) => String(i))
      : names.toSorted();
    const fine = sink.take();
    const scale = brightest <= 1 ? 255 : 1;
    const pixels = Uint8Array.from({ length: fine.length / 2 }, (_, i) =>
      Math.round((((fine[2 * i] ?? 0) * 256 + (fine[2 * i + 1] ?? 0)) / 256) * scale),
    );
    const numbers = new Map(classes.map((label, i) => [label, i]));
    const indices = read.map((label) => numbers.get(label) ?? 0);
    return ok({ shape, classes, testRows: 0, labels: Uint8Array.from(indices), pixels });
  }
}

const isNumber = (cell: string): boolean => cell.trim() !== '' && Number.isFinite(Number(cell));

/** The square image that so many numbers make, grey or in colours. */
function shapeOf(count: number): readonly [number, number, number] | undefined {
  for (const channels of [1, 3]) {
    const side = Math.sqrt(count / channels);
    if (Number.isInteger(side) && side >= 1 && side <= MAX_SIDE) return [side, side, channels];
  }
  return undefined;
}
