/** Colours of runs that are compared; their tokens are `--run-0` and so on. */
export const RUN_COLOURS = 5;

/** Strokes of their lines, in pixels that are drawn and left out: what colour says, shape says too. */
const DASHES: readonly (readonly number[])[] = [[], [2, 3], [10, 4]];

/** The colour token of a run, wherever it is drawn or listed. */
export const runColour = (number: number): string => `--run-${number % RUN_COLOURS}`;

/** The strokes of a run's line: runs that follow each other differ in them, too. */
export const runDash = (number: number): readonly number[] => DASHES[number % DASHES.length] ?? [];
