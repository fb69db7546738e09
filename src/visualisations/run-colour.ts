/** Classes whose colours are free: the first two are those of training and test. */
const COLOURS = [2, 3, 4, 5, 6, 7, 9];

/** The colour token of a run, wherever it is drawn or listed. */
export const runColour = (number: number): string =>
  `--class-${COLOURS[number % COLOURS.length] ?? 8}`;
