import type { Words } from '../core/words.ts';
import { type Dataset, defineDataset, packRows } from './define-dataset.ts';

const spec = { input: [2], target: { type: 'classes', count: 2 } } as const;

/** The four rows of a gate of two inputs, in the course's order (0,0), (0,1), (1,0), (1,1). */
const truthTable = (
  id: string,
  title: Words,
  blurb: Words,
  gate: (a: number, b: number) => number,
): Dataset =>
  defineDataset({
    id,
    modality: 'points',
    title,
    blurb,
    options: [],
    spec: () => spec,
    rows: () => 4,
    samples: () =>
      packRows(
        spec,
        [0, 1].flatMap((a) => [0, 1].map((b) => [[a, b], gate(a, b)] as const)),
      ),
  });

/** One if the inputs differ: no straight line separates it (Minsky and Papert 1969). */
export const xor = truthTable(
  'xor',
  { en: 'XOR', ko: 'XOR' },
  {
    en: 'Four rows: 1 if the inputs differ. No straight line separates them.',
    ko: '네 줄이에요. 두 입력이 다르면 1이고, 직선 하나로는 나눌 수 없어요.',
  },
  (a, b) => a ^ b,
);

/** One if both inputs are. */
export const and = truthTable(
  'and',
  { en: 'AND', ko: 'AND' },
  {
    en: 'Four rows: 1 if both inputs are 1. One line is enough.',
    ko: '네 줄이에요. 두 입력이 모두 1이면 1이고, 직선 하나로 나눌 수 있어요.',
  },
  (a, b) => a & b,
);

/** One if any input is. */
export const or = truthTable(
  'or',
  { en: 'OR', ko: 'OR' },
  {
    en: 'Four rows: 1 if any input is 1. One line is enough.',
    ko: '네 줄이에요. 하나라도 1이면 1이고, 직선 하나로 나눌 수 있어요.',
  },
  (a, b) => a | b,
);
