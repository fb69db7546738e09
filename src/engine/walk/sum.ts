/** One product of a sum that the chain rule makes. */
export interface Term {
  /** Row of the batch. */
  readonly row: number;
  /** Place of the first factor in its tensor. */
  readonly index: number;
  /** Whose value or slope the first factor is. */
  readonly node: string;
  readonly first: number;
  readonly second: number;
}

/** A sum of products, the strongest ones by themselves. */
export interface Sum {
  readonly terms: readonly Term[];
  /** Those that are not listed, added up. */
  readonly rest: { readonly count: number; readonly sum: number };
  readonly total: number;
}

/** Products that are listed one by one: as many as a window of 3×3 has. */
const LISTED = 9;

/** Adds products up, and lists the strongest in the order in which they came. */
export function sumOf(all: readonly Term[]): Sum {
  const sizes = all.map(({ first, second }, at) => ({ at, size: Math.abs(first * second) }));
  const listed = new Set(
    all.length <= LISTED
      ? sizes.map(({ at }) => at)
      : sizes
          .sort((a, b) => b.size - a.size)
          .slice(0, LISTED)
          .map(({ at }) => at),
  );
  let total = 0;
  let rest = 0;
  for (const [at, { first, second }] of all.entries()) {
    total += first * second;
    if (!listed.has(at)) rest += first * second;
  }
  return {
    terms: all.filter((_, at) => listed.has(at)),
    rest: { count: all.length - listed.size, sum: rest },
    total,
  };
}
