/** A name that no other project of this browser has: the moment, to a part of a millisecond. */
export const newProjectId = (): string =>
  `p${Math.round((performance.timeOrigin + performance.now()) * 1000).toString(36)}`;
