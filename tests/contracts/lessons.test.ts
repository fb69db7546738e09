import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import katex from 'katex';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { languages } from '../../src/core/words.ts';
import { applyCommands } from '../../src/document/commands.ts';
import { parseDocumentText } from '../../src/document/parse.ts';
import { expectationsOf, nodeIds } from '../../src/document/queries.ts';
import type { Card } from '../../src/lessons/card.ts';
import { checkCards, compareCards } from '../../src/lessons/check-cards.ts';
import { claimsOf } from '../../src/lessons/condition.ts';
import { formulasOf, readMarkdown } from '../../src/lessons/markdown.ts';
import { parseCards } from '../../src/lessons/parse-cards.ts';
import { controls, tabs } from '../../src/lessons/targets.ts';
import { factOf, faultOf } from '../../src/state/ask-facts.ts';
import { lessonFacts } from '../../src/state/lesson-facts.ts';
import { planEdits } from '../../src/ui/lessons/plan-edits.ts';
import { views } from '../../src/visualisations/views.ts';
import { catalogue } from '../support/catalogue.ts';
import { findFiles } from '../support/modules.ts';

const pictures = new Set(views.map(({ id }) => id));
const lessons = [
  ...new Set(findFiles('presets', /\.md$/).map((path) => basename(path).replace(/\.\w+\.md$/, ''))),
];

interface Text {
  readonly path: string;
  readonly text: string;
  readonly cards: readonly Card[];
}

function read(lesson: string, language: string): Text {
  const path = `presets/${lesson}.${language}.md`;
  const text = readFileSync(path, 'utf8');
  return { path, text, cards: parseCards(text).cards };
}

function open(lesson: string) {
  const parsed = parseDocumentText(readFileSync(`presets/${lesson}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(`${lesson}: ${JSON.stringify(parsed.error)}`);
  const document = parsed.value;
  const compilation = compile(document.graph, catalogue, document.training.batchSize);
  return { document, compilation };
}

const at = (path: string) => (finding: { readonly line: number; readonly message: string }) =>
  `${path}:${finding.line}: ${finding.message}`;

it('finds the lessons, and no text that belongs to none', () => {
  expect(lessons).toEqual(expect.arrayContaining(['lab-09-1', 'lab-09-2', 'lab-09-3']));
  const texts = findFiles('presets', /\.md$/);
  expect(texts.filter((path) => !/^presets\/[\w-]+\.(en|ko)\.md$/.test(path))).toEqual([]);
});

describe.each(lessons)('%s', (lesson) => {
  const texts = languages.map((language) => read(lesson, language));
  const [english, korean] = texts;
  if (!english || !korean) throw new Error('a language is missing');

  it('can be read, in both languages', () => {
    const findings = texts.flatMap(({ path, text }) => parseCards(text).findings.map(at(path)));
    expect(findings).toEqual([]);
  });

  it('asks and shows the same in both languages', () => {
    expect(compareCards(english.cards, korean.cards).map(at(korean.path))).toEqual([]);
  });

  it('speaks only of what is there', () => {
    const { document, compilation } = open(lesson);
    const world = { document, compilation, catalogue };
    const surroundings = {
      hasNode: (id: string) => Object.hasOwn(document.graph.nodes, id),
      hasPicture: (id: string) => pictures.has(id),
      hasKind: (id: string) => catalogue.layers.has(id),
      faultOf: (claim: Parameters<typeof faultOf>[0]) => faultOf(claim, { world, pictures }),
    };
    const findings = texts.flatMap(({ path, cards }) =>
      checkCards(cards, surroundings).map(at(path)),
    );
    expect(findings).toEqual([]);
  });

  it('has tasks that a lecturer does with one key', () => {
    const { document } = open(lesson);
    const findings = english.cards.flatMap(({ line, asks, until, make }) => {
      if (asks !== 'do' || !until) return [];
      const edited = applyCommands(
        document,
        planEdits(make, document, nodeIds(document.graph), catalogue),
      );
      const without = claimsOf(until).filter(({ fact }) => {
        const { trained, make: sets, shows } = factOf(fact) ?? {};
        return !trained && !sets && !shows;
      });
      const isMade = edited.graph !== document.graph || make.some(({ type }) => type === 'ask');
      // Nobody but the person has the file that some lessons wait for.
      const waits = expectationsOf(document).some(({ file }) => file);
      if (without.length === 0 || isMade || waits) return [];
      return [{ line, message: 'neither training nor “make:” reaches what it waits for' }];
    });
    expect(findings.map(at(english.path))).toEqual([]);
  });

  it('has formulas that can be typeset', () => {
    const findings = texts.flatMap(({ path, text }) =>
      formulasOf(readMarkdown(text), 1).flatMap(({ line, tex, display }) => {
        try {
          katex.renderToString(tex, { displayMode: display, throwOnError: true, strict: 'error' });
          return [];
        } catch (error) {
          return [at(path)({ line, message: String(error) })];
        }
      }),
    );
    expect(findings).toEqual([]);
  });

  it('speaks Korean in the Korean text, and English in the English', () => {
    const findings = [
      ...parts(korean)
        .filter(({ message }) => !/[가-힣]/.test(message))
        .map(at(korean.path)),
      ...parts(english)
        .filter(({ message }) => /[가-힣]/.test(message))
        .map(at(english.path)),
    ];
    expect(findings).toEqual([]);
  });
});

/** Titles, choices and paragraphs of a text, with the line of their card; formulas and bare figures left out. */
const parts = ({ cards }: Text): { line: number; message: string }[] =>
  cards.flatMap(({ line, title, body, choices, answer }) =>
    [title, ...choices.map(({ text }) => textOf(text)), ...paragraphs([...body, ...answer])]
      .filter((text) => /\p{L}{4}/u.test(text.replaceAll(/\bXOR\b|\bReLU\b/g, '')))
      .map((message) => ({ line, message })),
  );

const paragraphs = (nodes: readonly Nodes[]): string[] =>
  nodes.flatMap((node) => {
    if (node.type === 'paragraph') return [textOf(node.children)];
    return 'children' in node ? paragraphs(node.children) : [];
  });

const textOf = (nodes: readonly Nodes[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      return 'children' in node ? textOf(node.children) : ' ';
    })
    .join('');

it('has a place on the page for every control and tab that a card can point at', () => {
  const source = findFiles('src', /\.tsx$/)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  expect(controls.filter((name) => !source.includes(`data-tour="${name}"`))).toEqual([]);
  expect(tabs.filter((name) => !source.includes(`value: '${name}'`))).toEqual([]);
});

it('documents every fact', () => {
  for (const [name, fact] of Object.entries(lessonFacts)) {
    expect(fact.about, name).toMatch(/^[A-Z].*\.$|`/);
  }
});
