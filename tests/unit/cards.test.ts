import { expect, it } from 'vitest';
import { checkCards, compareCards } from '../../src/lessons/check-cards.ts';
import { parseCards } from '../../src/lessons/parse-cards.ts';

const good = `## predict: Will it learn?

With $\\sigma$ alone.

- [ ] Yes
- [x] No

> It stays at **ln 2**.

## do: Train it
until: step >= 2001
point: control:train
see: picture:loss-curve, tab:see
pace: 1000

Press play.

## explain: Why

$$
\\ln 2
## this is no heading
$$
`;

const findings = (text: string): string[] =>
  parseCards(text).findings.map(({ line, message }) => `${line}: ${message}`);

it('reads cards, their settings, choices and answer', () => {
  const { cards, findings: wrong } = parseCards(good);
  expect(wrong).toEqual([]);
  expect(cards.map(({ asks, title, line }) => [asks, title, line])).toEqual([
    ['predict', 'Will it learn?', 1],
    ['do', 'Train it', 10],
    ['explain', 'Why', 18],
  ]);
  const [predict, action] = cards;
  expect(predict?.choices.map(({ right }) => right)).toEqual([false, true]);
  expect(predict?.answer).toHaveLength(1);
  expect(action?.point).toEqual({ type: 'control', id: 'train' });
  expect(action?.see.map(({ id }) => id)).toEqual(['loss-curve', 'see']);
  expect(action?.pace).toBe(1000);
  expect(action?.until).toMatchObject({ operator: '>=', value: 2001 });
});

it.each([
  ['테스트 숫자를 **87 %**쯤 맞혀요.', '87 %'],
  ['그다음 **]**를 누르세요.', ']'],
  ['네트워크의 **$w$**는 하나예요.', '$w$'],
  ['찾았어요(**재현율** 75 %).', '재현율'],
])('shows in bold what a Korean particle follows: %s', (text, bold) => {
  const { cards, findings: wrong } = parseCards(`## explain: A\n\n${text}`);
  expect(wrong).toEqual([]);
  const [paragraph] = cards[0]?.body ?? [];
  const pieces = paragraph?.type === 'paragraph' ? paragraph.children : [];
  const spans = pieces.filter(({ type }) => type === 'strong');
  const [start, end] = [text.indexOf(bold), text.indexOf(bold) + bold.length];
  expect(spans).toMatchObject([
    { children: [{ position: { start: { column: start + 1 }, end: { column: end + 1 } } }] },
  ]);
});

it('reads a file with Windows line ends and a byte order mark alike', () => {
  const { cards, findings: wrong } = parseCards(`\uFEFF${good.replaceAll('\n', '\r\n')}`);
  expect(wrong).toEqual([]);
  expect(cards).toHaveLength(3);
  expect(cards[1]?.until).toMatchObject({ value: 2001 });
});

it.each([
  ['Hello\n\n## explain: A\n\nText.', '1: text before the first card'],
  ['', '1: no card: “## do: …” starts one'],
  ['## learn: A\n\nText.', '1: a card is “## predict|do|explain|try: title”, not “## learn: A”'],
  ['## explain: A', '1: a card says something below its heading'],
  ['## explain: A\n\nTwo **asterisks.', '3: bold that does not end: “Two **asterisks.”'],
  ['## do: A\n\nText.', '1: a do card says when it is done: “until: …”'],
  [
    '## explain: A\nuntil: step > 1\n\nText.',
    '1: explain waits for nothing; “until:” is for do and try',
  ],
  [
    '## do: A\nuntil: step >\n\nText.',
    '2: until: a value wanted, not the end (column 7 of “step >”)',
  ],
  [
    '## do: A\n\nuntill: step > 1\n\nText.',
    '3: no setting “untill”; there are until, point, see, make, pace',
  ],
  [
    '## try: A\npace: fast\n\nText.',
    '2: pace: whole updates a second, 0 for as many as can be, not “fast”',
  ],
  ['## try: A\npace: 1\npace: 2\n\nText.', '3: “pace:” twice'],
  ['## try: A\nmake: remove dense1\n\nText.', '1: “make:” is for a card that waits: “until: …”'],
  [
    '## do: A\nuntil: nodes = 1\nmake: drop it\n\nText.',
    /^3: make: “drop it” is no change; write remove NODE/,
  ],
  ['## try: A\npoint: control:bell\n\nText.', /^2: point: no control “bell”; there are train/],
  ['## try: A\n\nText.\n\n<b>bold</b>', '5: a card shows no html'],
  ['## try: A\n\nText.\n\nSee [there](https://example.org).', '5: a card shows no link'],
  ['## try: A\n\n![x](y.png)', '3: a card shows no image'],
  ['## try: A\n\nText.\n\n### Part', '5: a card shows no heading'],
  ['## try: A\n\nText.\n\n- [ ] one\n- [x] two', '5: choices are for one list of a predict card'],
  [
    '## predict: A\n\nText.\n\n- [ ] one\n- [ ] two\n\n> So.',
    '1: one choice is right, “- [x] …”; here 0 are',
  ],
  [
    '## predict: A\n\nText.\n\n- [x] one\n- [ ] two',
    '1: a predict card ends with its answer: “> …”',
  ],
])('names the line of what is wrong: %j', (text, message) => {
  const found = findings(text);
  if (message instanceof RegExp) expect(found[0]).toMatch(message);
  else expect(found).toContain(message);
});

it('says what a card names that is not there', () => {
  const { cards } = parseCards(good.replace('control:train', 'node:dense9'));
  const found = checkCards(cards, {
    hasNode: () => false,
    hasPicture: () => false,
    hasKind: () => true,
    faultOf: ({ fact }) => (fact.name === 'step' ? 'there is no such fact' : undefined),
  });
  expect(found).toEqual([
    { line: 10, message: 'until: step: there is no such fact' },
    { line: 10, message: 'nothing is node:dense9' },
    { line: 10, message: 'nothing is picture:loss-curve' },
  ]);
});

it('says where two languages of a lesson part', () => {
  const { cards } = parseCards(good);
  const parted = (change: [string, string]) =>
    compareCards(cards, parseCards(good.replace(...change)).cards).map(({ line }) => line);
  expect(parted(['Press play', '눌러요'])).toEqual([]);
  expect(parted(['step >= 2001', 'step >= 201'])).toEqual([10]);
  expect(parted(['- [ ] Yes\n- [x] No', '- [x] Yes\n- [ ] No'])).toEqual([1]);
  expect(parted(['control:train', 'control:step'])).toEqual([10]);
  expect(parted(['## explain: Why', '## try: Why'])).toEqual([18]);
  expect(parted(['## explain: Why\n\n', ''])).toContain(10);
});
