/** Colours of comments: the name that is saved, the token, and how much of it tints the card. */
export const colours = [
  { name: 'plain', token: '--surface-2', share: '100%' },
  { name: 'blue', token: '--accent', share: '12%' },
  { name: 'green', token: '--ok', share: '12%' },
  { name: 'amber', token: '--warn', share: '13%' },
  { name: 'red', token: '--bad', share: '11%' },
] as const;

/** The colour of this name, or the plain one. */
export const colourOf = (name: string | undefined): (typeof colours)[number] =>
  colours.find((colour) => colour.name === name) ?? colours[0];

/** What a comment of this colour is painted with, as a style sheet has it. */
export function tintOf(name: string | undefined): string {
  const { token, share } = colourOf(name);
  return `color-mix(in oklab, var(${token}) ${share}, var(--surface))`;
}

/** The id of the action that gives a comment this colour. */
export const colourAction = (name: string): string => `comment-${name}`;
