import { STRIP } from '../strip-width.ts';

/** Units of a layer that have a map of their own at most. */
export const MOST_UNITS = 8;
/** Side of the largest map, in pixels. */
const LARGEST = 30;
/** Between two maps, in pixels. */
const GAP = 4;

/** Maps that a layer shows: all of its units, or so many that there is room to say how many more there are. */
export const shownUnits = (total: number): number => (total > MOST_UNITS ? MOST_UNITS - 1 : total);

/** Side of a map where so many stand side by side, in pixels. */
export const mapSide = (total: number): number => {
  const places = Math.min(total, MOST_UNITS);
  return Math.min(LARGEST, Math.floor((STRIP - GAP * (places - 1)) / places));
};

/** How far around a map a finger may press, in pixels of the canvas: no nearer to the next than half way. */
export const mapReach = (total: number): number =>
  Math.max(0, Math.min(12, (STRIP / Math.min(total, MOST_UNITS) - mapSide(total)) / 2));

/** Where a unit's map begins, in pixels from the left: maps stand in the middle of equal shares of the strip. */
export const mapLeft = (unit: number, total: number): number => {
  const places = Math.min(total, MOST_UNITS);
  return ((unit + 0.5) * STRIP) / places - mapSide(total) / 2;
};
