import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { parseDocumentText, printDocument } from '../../src/document/parse.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import type { TablePicture } from '../../src/visualisations/truth-table/probe.ts';
import { catalogue } from '../support/catalogue.ts';
import { findFiles } from '../support/modules.ts';
import { startSession } from '../support/sessions.ts';

const files = findFiles('presets', /\.json$/);

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

  it('compiles without a word', () => {
    const { ir, problems } = compile(document.graph, catalogue);
    expect(problems).toEqual([]);
    expect(ir).toBeDefined();
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

  it('lands on the lecture’s own numbers', async () => {
    const wanted = document.meta.lesson?.expect;
    if (!wanted) throw new Error(`${file} states no expected result`);
    const session = startSession();
    await session.build(document.graph, document.training);
    await session.watch({ 'truth-table': { rows: 100 } });
    await session.advance({ steps: wanted.updates });
    const { step, train, pictures } = session.last();
    expect(step).toBe(wanted.updates);
    const table = pictures['truth-table'] as TablePicture;
    const outputs = table.rows.flatMap(({ output }) => output);
    for (const [i, output] of (wanted.outputs ?? []).entries()) {
      expect(Math.abs((outputs[i] ?? Number.NaN) - output)).toBeLessThan(wanted.tolerance);
    }
    expect(outputs.length).toBe(wanted.outputs?.length);
    if (wanted.loss !== undefined) expect(train?.loss).toBeCloseTo(wanted.loss, 5);
    if (wanted.accuracy !== undefined) expect(train?.accuracy).toBe(wanted.accuracy);
    await session.dispose();
  }, 240_000);
});
