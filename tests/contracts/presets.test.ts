import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { parseDocumentText, printDocument } from '../../src/document/parse.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import type { SampleRef } from '../../src/engine/sample-ref.ts';
import type { LayerMapsPicture } from '../../src/visualisations/layer-maps/probe.ts';
import type { TablePicture } from '../../src/visualisations/truth-table/probe.ts';
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
    const { ir, network, problems } = compile(
      document.graph,
      catalogue,
      document.training.batchSize,
    );
    const isStill = document.meta.lesson?.expect?.updates === 0;
    expect(problems.map(({ code }) => code)).toEqual(isStill ? ['no-loss'] : []);
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

  const wanted = document.meta.lesson?.expect;
  if (!wanted) throw new Error(`${file} states no expected result`);

  it.runIf(wanted.updates === 0)('gives the lecture’s own numbers as it stands', async () => {
    const { network } = compile(document.graph, catalogue);
    if (!network) throw new Error('nothing to look at');
    const { values = {}, shapes = {} } = wanted;
    expect(Object.keys({ ...values, ...shapes }).length).toBeGreaterThan(0);
    for (const [id, shape] of Object.entries(shapes)) {
      expect(network.nodes.find((node) => node.id === id)?.outputShape).toEqual(shape);
    }
    const session = startSession();
    await session.buildNetwork(network);
    const sample: SampleRef = { type: 'row', part: 'train', index: 0 };
    for (const [id, numbers] of Object.entries(values)) {
      await session.watch({ 'layer-maps': { sample, node: id, unit: 0, after: undefined } });
      const picture = session.last().pictures['layer-maps'] as LayerMapsPicture;
      expect([...picture.output.values]).toEqual(numbers);
    }
    await session.dispose();
  });

  const trains = wanted.updates > 0 && (!wanted.long || process.env['LESSONS'] === 'all');
  it.runIf(trains)(
    'lands on the lecture’s own numbers',
    async () => {
      const session = startSession();
      await session.build(document.graph, document.training);
      await session.watch({ 'truth-table': { rows: 100 } });
      await session.advance({ steps: wanted.updates });
      const { step, train, test, pictures } = session.last();
      expect(step).toBe(wanted.updates);
      const table = pictures['truth-table'] as TablePicture | undefined;
      const outputs = table?.rows.flatMap(({ output }) => output) ?? [];
      for (const [i, output] of (wanted.outputs ?? []).entries()) {
        expect(Math.abs((outputs[i] ?? Number.NaN) - output)).toBeLessThan(wanted.tolerance);
      }
      if (wanted.outputs) expect(outputs.length).toBe(wanted.outputs.length);
      if (wanted.loss !== undefined) expect(train?.loss).toBeCloseTo(wanted.loss, 5);
      if (wanted.accuracy !== undefined) expect(train?.accuracy).toBe(wanted.accuracy);
      if (wanted.testAccuracy !== undefined) {
        expect(test?.accuracy).toBeGreaterThan(wanted.testAccuracy - wanted.tolerance);
      }
      await session.dispose();
    },
    1_800_000,
  );
});
