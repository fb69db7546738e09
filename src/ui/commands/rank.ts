import { plain } from '../palette/search.ts';

/** How well one of the names answers to a text: 0 is best; nothing where none does. */
export function rank(names: readonly string[], query: string): number | undefined {
  const wanted = plain(query);
  if (wanted === '') return 0;
  const ranks = names.flatMap((name) => rankOf(name, wanted, query) ?? []);
  return ranks.length > 0 ? Math.min(...ranks) : undefined;
}

function rankOf(name: string, wanted: string, query: string): number | undefined {
  const whole = plain(name);
  if (whole === wanted) return 0;
  if (whole.startsWith(wanted)) return 1;
  const parts = wordsOf(name);
  if (parts.some((part) => part.startsWith(wanted))) return 2;
  if (whole.includes(wanted)) return 3;
  // Words in any order: “lab xor” finds “XOR, Lab 09”.
  const asked = wordsOf(query);
  return asked.length > 1 && asked.every((word) => whole.includes(word)) ? 4 : undefined;
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
