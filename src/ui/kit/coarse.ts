/** Matches where a finger points rather than a mouse. */
export const coarse = matchMedia('(pointer: coarse)');
