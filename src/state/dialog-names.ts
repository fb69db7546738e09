/** Windows over the page, one at a time. */
export const dialogNames = [
  'keys',
  'share',
  'projects',
  'commands',
  'history',
  'secondTab',
  'film',
] as const;

/** A window over the page. */
export type DialogName = (typeof dialogNames)[number];
