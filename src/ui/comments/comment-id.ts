/** What stands before the id of a comment on the canvas, which no node's id can begin with. */
const PREFIX = 'note:';

/** The id of a comment among all that stands on the canvas. */
export const onCanvas = (note: string): string => `${PREFIX}${note}`;

/** The comment that something on the canvas is; none for a layer. */
export const noteOf = (id: string): string | undefined =>
  id.startsWith(PREFIX) ? id.slice(PREFIX.length) : undefined;
