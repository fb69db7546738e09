/** Digits that always tell single-precision numbers apart. */
const MOST_DIGITS = 9;

/** A single-precision number with as few digits as tell it apart from all others: 0.1, not 0.10000000149. */
export function shortestSingle(value: number): number {
  for (let digits = 6; digits < MOST_DIGITS; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === Math.fround(value)) return short;
  }
  return Number(value.toPrecision(MOST_DIGITS));
}
