/**
 * How well one of the names answers to a text: 0 is best; nothing where none does. A thing's own name
 * counts for more than another name that it answers to.
 */
export function rank(
  names: readonly string[],
  query: string,
  aliases: readonly string[] = [],
): number | undefined {
  const wanted = plain(query);
  if (wanted === '') return 0;
  const found = [
    ...names.map((name) => ownPlaces[likeness(name, wanted, query)]),
    ...aliases.map((name) => aliasPlaces[likeness(name, wanted, query)]),
  ].filter((place) => place !== undefined);
  return found.length > 0 ? Math.min(...found) : undefined;
}

/** How a name answers. */
type Likeness = 'whole' | 'start' | 'word' | 'within' | 'words' | 'not';

const ownPlaces: Partial<Record<Likeness, number>> = {
  whole: 0,
  start: 2,
  word: 3,
  within: 6,
  words: 8,
};
const aliasPlaces: Partial<Record<Likeness, number>> = {
  whole: 1,
  start: 4,
  word: 5,
  within: 7,
  words: 9,
};

function likeness(name: string, wanted: string, query: string): Likeness {
  const whole = plain(name);
  if (whole === wanted) return 'whole';
  if (whole.startsWith(wanted)) return 'start';
  const parts = wordsOf(name);
  if (parts.some((part) => part.startsWith(wanted))) return 'word';
  if (whole.includes(wanted)) return 'within';
  // Words in any order: “lab xor” finds “XOR, Lab 09”.
  const asked = wordsOf(query);
  return asked.length > 1 && asked.every((word) => whole.includes(word)) ? 'words' : 'not';
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** A text as it is compared: without case, spaces and hyphens. */
export const plain = (text: string): string => text.toLowerCase().replace(/[\s-]/g, '');
