import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLesson } from '../../src/app/cli/check-lesson.ts';
import { compile } from '../../src/compiler/compile.ts';
import { parseDocumentText, printDocument } from '../../src/document/parse.ts';
import { expectationsOf } from '../../src/document/queries.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { catalogue } from '../support/catalogue.ts';
import { findFiles } from '../support/modules.ts';
import { startSession } from '../support/sessions.ts';

const files = findFiles('presets', /\/(lab|lec)-[^/]*\.json$/);

function load(path: string): GraphDocument {
  const parsed = parseDocumentText(readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

it('finds the presets', () => {
  const names = files.map((file) => basename(file, '.json'));
  expect(names).toEqual(expect.arrayContaining(['lab-09-1', 'lab-09-2', 'lab-09-3']));
});

describe.each(files)('%s', (file) => {
  const document = load(file);

  it('is a lesson named as its file, in both languages', () => {
    expect(document.meta.lesson?.id).toBe(basename(file, '.json'));
    expect(document.meta.title).toMatchObject({ en: /\S/, ko: /[가-힣]/ });
    expect(document.meta.lesson?.summary).toMatchObject({ en: /\S/, ko: /[가-힣]/ });
  });

  it('compiles without a word, or is one to look at', () => {
    const { ir, network, problems, calculates, values } = compile(
      document.graph,
      catalogue,
      document.training.batchSize,
    );
    if (calculates) {
      expect(problems).toEqual([]);
      expect([...values.keys()].sort()).toEqual(Object.keys(document.graph.nodes).sort());
      return;
    }
    const roles = Object.values(document.graph.nodes).map(
      ({ kind }) => catalogue.layers.get(kind)?.role,
    );
    const isStill = !roles.includes('objective');
    const waits = expectationsOf(document).some(({ file: needed }) => needed);
    expect(problems.map(({ code }) => code)).toEqual(
      isStill ? ['no-loss'] : waits ? ['no-table'] : [],
    );
    if (waits) return;
    // Every layer of the drawing is part of what is computed.
    const layers = Object.values(document.graph.nodes).filter(
      ({ kind }) => catalogue.layers.get(kind)?.role === 'compute',
    );
    expect((isStill ? network : ir)?.nodes.length).toBe(layers.length);
  });

  it('has a place for every node, and none under another', () => {
    const places = Object.keys(document.graph.nodes).map((id) => document.layout[id]);
    for (const [i, a] of places.entries()) {
      for (const b of places.slice(i + 1)) {
        const apart = a && b && (Math.abs(a.x - b.x) >= 190 || Math.abs(a.y - b.y) >= 90);
        expect(apart).toBe(true);
      }
    }
  });

  it('survives a save', () => {
    expect(parseDocumentText(printDocument(document))).toEqual({ ok: true, value: document });
  });

  const wanted = expectationsOf(document);
  if (wanted.length === 0) throw new Error(`${file} states no expected result`);

  for (const [i, expected] of wanted.entries()) {
    const { updates, long, file: needed } = expected;
    const later = needed !== undefined || (long === true && process.env['LESSONS'] !== 'all');
    it.skipIf(later)(
      `lands on the lecture’s own numbers, run ${i + 1}`,
      async () => {
        const session = startSession();
        const trial = { ...session, build: session.buildNetwork };
        const checks = await checkLesson(document, expected, catalogue, trial);
        await session.dispose();
        expect(checks.length).toBeGreaterThan(updates === 0 ? 0 : 1);
        expect(checks.filter(({ holds }) => !holds)).toEqual([]);
      },
      1_800_000,
    );
  }
});
