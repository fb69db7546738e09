import type { Sheets } from '../executor.ts';

/** Numbers that a shared sheet holds. */
const SHEET = 4096;
/** More numbers than this get a sheet of their own. */
const LARGE = 512;

/** Every capture on sheets of its own, which go when it goes. */
export const ownSheets: Sheets = {
  floats: (length) => new Float32Array(length),
  doubles: (length) => new Float64Array(length),
};

/**
 * Small captures side by side on sheets laid out beforehand: an array of its own takes longer than what is
 * written in it. A sheet goes when all that is on it goes.
 */
export const createSharedSheets = (): Sheets => ({
  floats: shared(ownSheets.floats),
  doubles: shared(ownSheets.doubles),
});

function shared<T extends Float32Array | Float64Array>(lay: (length: number) => T) {
  let sheet = lay(0);
  let at = 0;
  return (length: number): T => {
    if (length > LARGE) return lay(length);
    if (at + length > sheet.length) {
      sheet = lay(SHEET);
      at = 0;
    }
    at += length;
    return sheet.subarray(at - length, at) as T;
  };
}
