/** An epoch draws at most this many times the rows of a set, or this many rows where that is more. */
const MOST_TIMES = 2;
const MOST_ROWS = 2000;

/** The most rows that an epoch draws of a set of so many, where every class is to count alike. */
export const mostDrawn = (rows: number): number => Math.max(MOST_TIMES * rows, MOST_ROWS);
