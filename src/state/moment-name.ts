/** A name that nothing else in this browser has: the moment, to a part of a millisecond. */
export const momentName = (kind: string): string =>
  `${kind}${Math.round((performance.timeOrigin + performance.now()) * 1000).toString(36)}`;
