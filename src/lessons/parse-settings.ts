import type { Card, LessonFinding } from './card.ts';
import { parseEdits } from './edits.ts';
import { parseCondition } from './parse-condition.ts';
import { parseTarget, type Target } from './targets.ts';

/** What the lines below a card's heading set. */
export type Settings = Pick<Card, 'until' | 'point' | 'see' | 'make' | 'pace'>;

type Draft = { -readonly [K in keyof Settings]: Settings[K] };

/** Each setting: reads what stands behind its colon, or says what is wrong with it. */
const readers: Readonly<Record<string, (text: string, into: Draft) => string | undefined>> = {
  until: (text, into) => {
    const read = parseCondition(text);
    if (!read.ok) return `until: ${read.error.message} (column ${read.error.column} of “${text}”)`;
    into.until = read.value;
    return undefined;
  },
  point: (text, into) => {
    const read = parseTarget(text);
    if (!read.ok) return `point: ${read.error}`;
    into.point = read.value;
    return undefined;
  },
  see: (text, into) => {
    const all: Target[] = [];
    for (const word of text.split(/[\s,]+/).filter(Boolean)) {
      const read = parseTarget(word);
      if (!read.ok) return `see: ${read.error}`;
      all.push(read.value);
    }
    into.see = all;
    return all.length === 0 ? 'see: names nothing' : undefined;
  },
  make: (text, into) => {
    const read = parseEdits(text);
    if (!read.ok) return `make: ${read.error}`;
    into.make = read.value;
    return undefined;
  },
  pace: (text, into) => {
    const pace = Number(text);
    if (text === '' || !Number.isInteger(pace) || pace < 0) {
      return `pace: whole updates a second, 0 for as many as can be, not “${text}”`;
    }
    into.pace = pace;
    return undefined;
  },
};

/**
 * Reads the settings at the head of a card's lines. `from` is the first line behind them; `first` is the
 * number of line 0.
 */
export function settingsOf(
  lines: readonly string[],
  first: number,
  findings: LessonFinding[],
): { settings: Settings; from: number } {
  const settings: Draft = {
    until: undefined,
    point: undefined,
    see: [],
    make: [],
    pace: undefined,
  };
  const seen = new Set<string>();
  let from = lines.findIndex((line) => line.trim() !== '');
  if (from < 0) return { settings, from: lines.length };
  for (; from < lines.length; from++) {
    const [, name, text = ''] = /^([a-z]+):\s*(.*?)\s*$/.exec(lines[from] ?? '') ?? [];
    if (name === undefined) break;
    const say = (message: string): void => void findings.push({ line: first + from, message });
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (!reader) say(`no setting “${name}”; there are ${Object.keys(readers).join(', ')}`);
    else if (seen.has(name)) say(`“${name}:” twice`);
    else {
      const fault = reader(text, settings);
      if (fault) say(fault);
    }
    seen.add(name);
  }
  return { settings, from };
}
