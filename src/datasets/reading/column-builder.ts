import type { TableColumn } from '../tables/table.ts';

/** What stands for nothing. */
const MISSING = /^(|na|n\/a|nan|null|none|\?|-)$/i;
/** Of a column of numbers, less than this share of cells is something else. */
const HALF = 0.5;
/** Longest name of a class, as a document keeps it. */
const MOST_NAME = 100;
const MOST_KEPT = 5;

/** A cell that is not the number that its column holds. */
interface Strange {
  readonly row: number;
  readonly text: string;
}

/**
 * Collects a column whose kind is not known yet: numbers in any case, and its texts for as long as they
 * could be classes. With `decimalComma`, 1,5 is a number too. Commas that part thousands in every cell
 * that has any are passed over: 1,234 is 1234 beside 56 and 12,000, and 1.234 beside 0,5.
 */
export function createColumn(decimalComma: boolean) {
  let numbers = new Float32Array(1024);
  let places: Uint16Array | undefined = new Uint16Array(1024);
  const texts = new Map<string, number>();
  let rows = 0;
  let strange = 0;
  let present = 0;
  const first: Strange[] = [];
  /** Rows whose commas may part thousands, for as long as no comma of the column does anything else. */
  let grouped: number[] | undefined = [];

  /** The commas of this column are decimal ones, where there may be any. */
  function giveUpGroups(): void {
    for (const row of grouped ?? []) {
      const whole = numbers[row] as number;
      const isDecimal = decimalComma && Math.abs(whole) < THOUSAND * THOUSAND;
      numbers[row] = isDecimal ? whole / THOUSAND : Number.NaN;
      if (isDecimal) continue;
      strange += 1;
      if (first.length < MOST_KEPT) first.push({ row: row + 1, text: whole.toLocaleString('en') });
    }
    grouped = undefined;
  }

  function grow(): void {
    const larger = new Float32Array(numbers.length * 2);
    larger.set(numbers);
    numbers = larger;
    if (!places) return;
    const wider = new Uint16Array(larger.length);
    wider.set(places);
    places = wider;
  }

  return {
    add(cell: string, row: number): void {
      if (rows === numbers.length) grow();
      const text = cell.trim();
      const isMissing = MISSING.test(text);
      if (grouped && text.includes(',')) {
        if (GROUPS.test(text)) grouped.push(rows);
        else giveUpGroups();
      }
      const value = isMissing
        ? Number.NaN
        : toNumber(grouped && GROUPS.test(text) ? text.replaceAll(',', '') : text, decimalComma);
      numbers[rows] = value;
      if (!isMissing) {
        present += 1;
        if (Number.isNaN(value)) {
          strange += 1;
          if (first.length < MOST_KEPT) first.push({ row, text: text.slice(0, 30) });
        }
      }
      if (places) {
        // 0 is missing; the first text is 1.
        let place = isMissing ? 0 : texts.get(text);
        if (place === undefined) {
          place = texts.size + 1;
          texts.set(text, place);
        }
        places[rows] = place;
        // More texts than there can be classes: it is numbers, or nothing that can be used.
        if (texts.size > MOST_TEXTS) places = undefined;
      }
      rows += 1;
    },
    /** The column as what it turned out to be; text with too many different words has no classes. */
    finish(
      name: string,
      mostClasses: number,
    ): {
      column: TableColumn;
      strange: number;
      first: readonly Strange[];
      /** Whether commas were taken to part thousands. */
      grouped: boolean;
    } {
      if (strange === 0 || strange < present * HALF) {
        return {
          column: { name, values: numbers.slice(0, rows), classes: null },
          strange,
          first,
          grouped: (grouped?.length ?? 0) > 0,
        };
      }
      const none = { strange: 0, first: [], grouped: false };
      const values = new Float32Array(rows).fill(Number.NaN);
      if (!places || texts.size > mostClasses) {
        return { column: { name, values, classes: [] }, ...none };
      }
      const classes = [...texts.keys()].toSorted((a, b) =>
        a.localeCompare(b, 'en', { numeric: true }),
      );
      const order = new Map(classes.map((text, i) => [text, i]));
      const placeOf = [Number.NaN, ...[...texts.keys()].map((text) => order.get(text) ?? 0)];
      for (let i = 0; i < rows; i++) values[i] = placeOf[places[i] ?? 0] ?? Number.NaN;
      const short = classes.map((text) => text.slice(0, MOST_NAME));
      return { column: { name, values, classes: short }, ...none };
    },
  };
}

/** Texts that are remembered before a column is taken to hold no classes. */
const MOST_TEXTS = 1000;

const THOUSAND = 1000;
/** Digits in groups of three; a number below one is not written so. */
const GROUPS = /^[+-]?[1-9]\d{0,2}(,\d{3})+$/;

const COMMA = /^[+-]?\d+,\d+$/;

/** What a cell is as a number. Infinite numbers are none: nothing could be computed with them. */
export function toNumber(text: string, decimalComma: boolean): number {
  const value = Number(decimalComma && COMMA.test(text) ? text.replace(',', '.') : text);
  return Number.isFinite(Math.fround(value)) ? value : Number.NaN;
}
