import type { List, ListItem, RootContent } from 'mdast';
import { type Card, type CardKind, type Choice, cardKinds, type LessonFinding } from './card.ts';
import { lineOf, readMarkdown, strayNodes } from './markdown.ts';
import { type Settings, settingsOf } from './parse-settings.ts';

/** A lesson's text, read: its cards, and all that is wrong with it. */
export interface LessonText {
  readonly cards: readonly Card[];
  readonly findings: readonly LessonFinding[];
}

/** The lines of one card, its heading first. */
interface Section {
  /** Line of the heading, counted from 1. */
  readonly line: number;
  readonly heading: string;
  readonly rest: readonly string[];
}

/** Reads a lesson's text. Every `##` heading starts a card: `## do: Train it`. Never throws. */
export function parseCards(text: string): LessonText {
  const { before, sections } = split(text.replace(/^\uFEFF/, '').split(/\r?\n/));
  const findings: LessonFinding[] = [];
  const stray = before.findIndex((line) => line.trim() !== '');
  if (stray >= 0) findings.push({ line: stray + 1, message: 'text before the first card' });
  if (sections.length === 0) findings.push({ line: 1, message: 'no card: “## do: …” starts one' });
  const cards = sections.flatMap((section) => cardOf(section, findings));
  return { cards, findings: findings.sort((a, b) => a.line - b.line) };
}

function split(lines: readonly string[]): { before: string[]; sections: Section[] } {
  const before: string[] = [];
  const sections: { line: number; heading: string; rest: string[] }[] = [];
  let fence = false;
  lines.forEach((line, i) => {
    if (/^\s{0,3}(```|~~~|\$\$)/.test(line) && !/^\s*\$\$.+\$\$\s*$/.test(line)) fence = !fence;
    const heading = fence ? undefined : /^##\s+(.*)$/.exec(line)?.[1];
    if (heading !== undefined) sections.push({ line: i + 1, heading: heading.trim(), rest: [] });
    else (sections.at(-1)?.rest ?? before).push(line);
  });
  return { before, sections };
}

const isKind = (text: string): text is CardKind => (cardKinds as readonly string[]).includes(text);

function cardOf({ line, heading, rest }: Section, findings: LessonFinding[]): Card[] {
  const say = (at: number, message: string): void => void findings.push({ line: at, message });
  const [, asks = '', title = ''] = /^([a-z]+)\s*:\s*(.*)$/.exec(heading) ?? [];
  if (!isKind(asks) || title === '') {
    say(line, `a card is “## ${cardKinds.join('|')}: title”, not “## ${heading}”`);
    return [];
  }
  const { settings, from } = settingsOf(rest, line + 1, findings);
  const first = line + 1 + from;
  const nodes = readMarkdown(rest.slice(from).join('\n'));
  const { body, choices, answer } =
    asks === 'predict' ? predictParts(nodes, first) : { body: nodes, choices: [], answer: [] };
  const texts = [...body, ...choices.flatMap(({ text }) => text), ...answer];
  for (const found of strayNodes(texts, first)) findings.push(found);
  if (body.length === 0) say(line, 'a card says something below its heading');
  for (const [at, message] of faultsOf(asks, settings, choices, answer, body)) {
    say(at === undefined ? line : lineOf(at, first), message);
  }
  return [{ asks, title, line, ...settings, body, choices, answer }];
}

/** What a kind of card needs and has not, or has and must not. */
function* faultsOf(
  asks: CardKind,
  { until, make }: Settings,
  choices: readonly Choice[],
  answer: readonly RootContent[],
  body: readonly RootContent[],
): Generator<[at: RootContent | undefined, message: string]> {
  if (asks === 'do' && !until) yield [undefined, 'a do card says when it is done: “until: …”'];
  if ((asks === 'predict' || asks === 'explain') && until) {
    yield [undefined, `${asks} waits for nothing; “until:” is for do and try`];
  }
  if (make.length > 0 && !until) yield [undefined, '“make:” is for a card that waits: “until: …”'];
  const tasks = body.find((node) => isTaskList(node));
  if (tasks) yield [tasks, 'choices are for one list of a predict card'];
  if (asks !== 'predict') {
    const quote = body.find(({ type }) => type === 'blockquote');
    if (quote) yield [quote, 'a quote is the answer of a predict card'];
    return;
  }
  if (choices.length < 2) yield [undefined, 'a predict card offers two choices or more: “- [ ] …”'];
  const right = choices.filter((choice) => choice.right).length;
  if (choices.length >= 2 && right !== 1) {
    yield [undefined, `one choice is right, “- [x] …”; here ${right} are`];
  }
  if (answer.length === 0) yield [undefined, 'a predict card ends with its answer: “> …”'];
}

/** A predict card's text, its choices and, in a quote behind them, its answer. */
function predictParts(
  nodes: readonly RootContent[],
  first: number,
): Pick<Card, 'body' | 'choices' | 'answer'> {
  const at = nodes.findIndex((node) => isTaskList(node));
  const list = nodes[at];
  const quotes = nodes.slice(at + 1).filter((node) => node.type === 'blockquote');
  const answer: RootContent[] = quotes.flatMap(({ children }) => children);
  const body = nodes.filter((node, i) => i !== at && !(i > at && node.type === 'blockquote'));
  return { body, choices: isTaskList(list) ? choicesOf(list, first) : [], answer };
}

const isTaskList = (node: RootContent | undefined): node is List =>
  node?.type === 'list' && node.children.some(({ checked }) => typeof checked === 'boolean');

const choicesOf = (list: List, first: number): Choice[] =>
  list.children.map((item: ListItem) => {
    const [paragraph] = item.children;
    const text = paragraph?.type === 'paragraph' ? paragraph.children : [];
    return { right: item.checked === true, text, line: lineOf(item, first) };
  });
