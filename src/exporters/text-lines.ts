import type { Run } from './scene.ts';

/** Words of a line in one look. */
export interface Phrase {
  readonly text: string;
  readonly mono?: boolean;
  readonly bold?: boolean;
  readonly strong?: boolean;
}

/** Tells how wide a text is, in pixels. */
export type Measure = (text: string, look: { mono: boolean; bold: boolean }) => number;

/** What the lines of a text have in common. */
interface Setting {
  /** Width that a line may take, in pixels. */
  readonly room: number;
  readonly ink: { readonly plain: string; readonly strong: string };
  readonly measure: Measure;
  /** What becomes of a word that is wider than a line: it is cut off, or goes on in the next. */
  readonly long: 'cut' | 'break';
}

/** Breaks a line at its spaces where it does not fit. */
export function wrapPhrases(phrases: readonly Phrase[], setting: Setting): Run[][] {
  const { room, ink, measure, long } = setting;
  const rows: Run[][] = [];
  let used = 0;
  const widthOf = ({ mono = false, bold = false }: Run, text: string): number =>
    measure(text, { mono, bold });
  const put = (run: Run, text: string): void => {
    const row = rows.at(-1) ?? [];
    const last = row.at(-1);
    const same = last && last.mono === run.mono && last.bold === run.bold && last.fill === run.fill;
    if (same) row[row.length - 1] = { ...last, text: last.text + text };
    else row.push({ ...run, text });
    used += widthOf(run, text);
  };
  const next = (): void => {
    rows.push([]);
    used = 0;
  };
  for (const word of wordsOf(phrases)) {
    const runs = word.map(
      ({ text, mono = false, bold = false, strong }): Run => ({
        text,
        mono,
        bold,
        fill: strong || bold ? ink.strong : ink.plain,
      }),
    );
    const width = runs.reduce((sum, run) => sum + widthOf(run, run.text.trimEnd()), 0);
    if (rows.length === 0 || used + width > room) next();
    for (const run of runs) {
      const whole = run.text.trimEnd();
      if (used + widthOf(run, whole) <= room) put(run, run.text);
      else if (long === 'cut')
        put(
          run,
          shorten(whole, room - used, (part) => widthOf(run, part)),
        );
      else {
        for (const letter of run.text) {
          if (letter !== ' ' && used > 0 && used + widthOf(run, letter) > room) next();
          put(run, letter);
        }
      }
    }
  }
  return rows;
}

/** Words with the space behind them; one may be made of several phrases: `288개`. */
function wordsOf(phrases: readonly Phrase[]): Phrase[][] {
  const words: Phrase[][] = [];
  let isOpen = false;
  for (const phrase of phrases) {
    for (const text of phrase.text.split(/(?<= )/)) {
      const part = { ...phrase, text };
      if (isOpen) words.at(-1)?.push(part);
      else words.push([part]);
      isOpen = !text.endsWith(' ');
    }
  }
  return words;
}

/** The text, cut off with an ellipsis where it is wider than its room. */
export function shorten(text: string, room: number, width: (text: string) => number): string {
  if (text === '' || width(text) <= room) return text;
  const letters = [...text];
  let [fits, exceeds] = [0, letters.length];
  while (exceeds - fits > 1) {
    const middle = Math.floor((fits + exceeds) / 2);
    if (width(`${letters.slice(0, middle).join('')}…`) <= room) fits = middle;
    else exceeds = middle;
  }
  return `${letters.slice(0, fits).join('').trimEnd()}…`;
}
