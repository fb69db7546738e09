import type { Sheets, Spot } from '../executor.ts';

type Numbers = Float32Array | Float64Array;

/** Numbers that the first shared sheet holds, and the largest; each holds twice what the one before did. */
const SHEETS = { first: 4096, largest: 32_768 };
/** More numbers than this get a sheet of their own. */
const LARGE = 4096;

/** Sheets that captures are laid on, again and again. */
export interface Stack extends Sheets {
  /** Takes back what nobody reads or writes any more. */
  readonly takeBack: (spot: Spot) => void;
  /** Takes all of it back. */
  readonly takeAllBack: () => void;
}

/**
 * Captures on sheets that are written on again when they were taken back: to fetch fresh memory takes several
 * times as long as to copy into it. Large captures have a sheet each. Small ones stand side by side if sheets are
 * shared: the place of one is written on again once all that was laid after it was taken back too. Holds so many
 * bytes at most as its user does, or has done.
 * most: bytes, free sheets among them; beyond them the free ones are let go.
 */
export function createStack(most: number, isShared: boolean): Stack {
  let held = 0;
  const afford = (bytes: number): void => {
    if (held + bytes > most) held -= floats.drop() + doubles.drop();
    held += bytes;
  };
  const floats = createPile<Float32Array>((length) => new Float32Array(length), isShared, afford);
  const doubles = createPile<Float64Array>((length) => new Float64Array(length), isShared, afford);
  return {
    floats: floats.take,
    doubles: doubles.take,
    takeBack: (spot) => {
      if (spot.sheet instanceof Float32Array) floats.takeBack(spot as Spot<Float32Array>);
      else doubles.takeBack(spot as Spot<Float64Array>);
    },
    takeAllBack: () => {
      floats.takeAllBack();
      doubles.takeAllBack();
    },
  };
}

/** Where a capture stands on a shared sheet. */
interface Place<T extends Numbers> extends Spot<T> {
  /** Which of the shared sheets it is. */
  readonly page: number;
  /** What was laid before it. */
  readonly before: Place<T> | undefined;
  isNeeded: boolean;
}

/** Sheets of one kind of numbers. afford: called with what is about to be laid out, in bytes. */
function createPile<T extends Numbers>(
  lay: (length: number) => T,
  isShared: boolean,
  afford: (bytes: number) => void,
) {
  /** Sheets with one capture each: those that are free, and all, by length. */
  let free = new Map<number, T[]>();
  const owned = new Set<T>();
  /** Shared sheets, and where on them the next capture goes. */
  const shared: T[] = [];
  let page = -1;
  let at = 0;
  /** What was laid on them last: a list of all of it costs a short run more than the copies do. */
  let last: Place<T> | undefined;

  const laid = (length: number): T => {
    const sheet = lay(length);
    afford(sheet.byteLength);
    return sheet;
  };

  function own(length: number): Spot<T> {
    let sheet = free.get(length)?.pop();
    if (!sheet) {
      sheet = laid(length);
      owned.add(sheet);
    }
    return { sheet, at: 0, length };
  }

  function share(length: number): Spot<T> {
    let sheet = shared[page];
    if (!sheet || at + length > sheet.length) {
      page += 1;
      at = 0;
      sheet = shared[page];
      if (!sheet) {
        sheet = laid(Math.min(SHEETS.first * 2 ** page, SHEETS.largest));
        shared.push(sheet);
      }
    }
    last = { sheet, at, length, page, before: last, isNeeded: true };
    at += length;
    return last;
  }

  function release(sheet: T): void {
    const alike = free.get(sheet.length);
    if (alike) alike.push(sheet);
    else free.set(sheet.length, [sheet]);
  }

  return {
    take: (length: number): Spot<T> => (!isShared || length > LARGE ? own(length) : share(length)),
    takeBack: (spot: Spot<T>): void => {
      if (owned.has(spot.sheet)) release(spot.sheet);
      if (!isPlace(spot)) return;
      spot.isNeeded = false;
      for (; last && !last.isNeeded; last = last.before) ({ page, at } = last);
    },
    takeAllBack: (): void => {
      free = new Map();
      for (const sheet of owned) release(sheet);
      last = undefined;
      page = -1;
      at = 0;
    },
    /** Lets go what is free. Tells how much it was, in bytes. */
    drop: (): number => {
      const gone: T[] = shared.splice(page + 1);
      for (const alike of free.values()) {
        gone.push(...alike);
        for (const sheet of alike) owned.delete(sheet);
      }
      free = new Map();
      return gone.reduce((sum, { byteLength }) => sum + byteLength, 0);
    },
  };
}

const isPlace = <T extends Numbers>(spot: Spot<T>): spot is Place<T> => 'isNeeded' in spot;
