import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { applyCommands } from '../../src/document/commands.ts';
import type { Graph } from '../../src/document/schema.ts';
import { createCompilationStore } from '../../src/state/compilation-store.ts';
import { createDocumentStore } from '../../src/state/document-store.ts';
import { brokenGraphs } from '../support/broken-graphs.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { chain, type Sketch, sketch, xorNetwork } from '../support/graphs.ts';
import { trainingOf } from '../support/lowered.ts';
import { startSession } from '../support/sessions.ts';

const problemsOf = (graph: Graph) => compile(graph, catalogue).problems;

describe.each(brokenGraphs)('$code', ({ code, graph, mends }) => {
  it('is found, and blocks training', () => {
    const found = problemsOf(graph).filter((problem) => problem.code === code);
    expect(found.some(({ blocking }) => blocking)).toBe(true);
    expect(compile(graph, catalogue).ir).toBeUndefined();
  });

  it(
    mends ? 'is mended by one press, and then trains' : 'offers no mend that would be a guess',
    async () => {
      const found = problemsOf(graph).find((problem) => problem.code === code);
      const fixes = found?.fixes ?? [];
      expect(fixes.length > 0).toBe(mends);
      if (!mends) return;
      const mended = applyCommands(documentOf(graph), fixes[0]?.changes ?? []).graph;
      expect(problemsOf(mended).filter(({ blocking }) => blocking)).toEqual([]);
      const session = startSession();
      await session.build(mended, trainingOf());
      await session.advance({ steps: 1 });
      expect(session.last()).toMatchObject({ step: 1, status: 'paused', failure: undefined });
      await session.dispose();
    },
  );
});

it('says all problems at once, and nothing of what lies behind them', () => {
  const graph = chain(
    ['images', { size: 12 }],
    ['conv2d', { kernel: [20, 20], padding: 'valid' }],
    ['dense', { units: 0 }],
    ['sigmoid'],
    ['loss'],
  );
  const { shapes } = compile(graph, catalogue);
  expect(problemsOf(graph).map(({ code, at }) => [code, at])).toEqual([
    ['parameter-invalid', { node: 'n2' }],
    ['kernel-too-large', { node: 'n1' }],
  ]);
  expect(shapes.has('n0')).toBe(true);
  for (const behind of ['n1', 'n2', 'n3', 'n4']) expect(shapes.has(behind)).toBe(false);
});

it('speaks in numbers: Dense after a convolution', () => {
  const graph = chain(['images'], ['conv2d', { filters: 4 }], ['dense', { units: 3 }], ['loss']);
  expect(problemsOf(graph)[0]).toMatchObject({
    code: 'rank-mismatch',
    at: { node: 'n2' },
    data: { got: '12×12×4', expected: 1, before: { en: 'Conv2D' }, name: { en: 'Dense' } },
    fixes: [{ code: 'insert', changes: [{ type: 'insertOnWire', wire: 'w2' }] }],
  });
});

it('lets a network train beside a loose part, which is only named', () => {
  const graph = sketch(
    {
      s: ['points'],
      d: ['dense', { units: 1 }],
      p: ['sigmoid'],
      loss: ['loss'],
      spare: ['sigmoid'],
      branch: ['dense'],
    },
    ['s>d', 'd>p', 'p>loss', 's>branch'],
  );
  const { ir, problems } = compile(graph, catalogue);
  expect(ir?.nodes.map(({ id }) => id)).toEqual(['d', 'p']);
  expect(problems.map(({ code, at }) => [code, at])).toEqual([
    ['open-input', { node: 'spare' }],
    ['dead-end', { node: 'branch' }],
  ]);
});

it('warns, without forbidding, of a cross-entropy that reads raw numbers', () => {
  const graph = chain(['points'], ['dense', { units: 1 }], ['loss']);
  const { ir, problems } = compile(graph, catalogue);
  expect(ir).toBeDefined();
  expect(problems).toMatchObject([{ code: 'probabilities-expected', severity: 'warning' }]);
});

it('lowers branches, joins and skips in an order in which inputs come first', () => {
  const graph = sketch(
    {
      loss: ['loss'],
      p: ['sigmoid'],
      head: ['dense', { units: 1 }],
      join: ['add'],
      b: ['dense', { units: 2 }],
      s: ['points'],
    },
    ['s>join', 's>b', 'b>join', 'join>head', 'head>p', 'p>loss'],
  );
  const { ir } = compile(graph, catalogue);
  expect(ir?.nodes.map(({ id }) => id)).toEqual(['b', 'join', 'head', 'p']);
  expect(ir?.nodes[1]?.inputs).toEqual(['s', 'b']);
  expect(ir?.output).toBe('p');
});

it('gives parameters as arithmetic: 2×2 + 2 and 2×1 + 1 for the network of lab-09-2', () => {
  const { shapes } = compile(xorNetwork(), catalogue);
  expect(shapes.get('n1')?.weights.map(({ shape }) => shape)).toEqual([[2, 2], [2]]);
  expect(shapes.get('n3')?.weights.map(({ shape }) => shape)).toEqual([[2, 1], [1]]);
});

describe('any end of a network', () => {
  const datasets = ['xor', 'blobs', 'plane'];
  const ends: Sketch[][] = [
    [],
    [['sigmoid']],
    [['softmax']],
    [['tanh']],
    [['batchNormalisation'], ['sigmoid']],
  ];
  const losses = ['meanSquaredError', 'binaryCrossentropy', 'categoricalCrossentropy'].flatMap(
    (type) => ['probabilities', 'logits'].map((on) => ({ type, on })),
  );
  const graphs = datasets.flatMap((dataset) =>
    [1, 2, 3, 4].flatMap((units) =>
      ends.flatMap((end) =>
        losses.flatMap((loss) => [
          chain(['points', { dataset, size: 12 }], ['dense', { units }], ...end, ['loss', loss]),
          sketch(
            {
              s: ['points', { dataset, size: 12 }],
              a: ['dense', { units }],
              c: ['concatenate'],
              ...Object.fromEntries(end.map((kind, i) => [`e${i}`, kind])),
              l: ['loss', loss],
            },
            ['s>a', 'a>c', 's>c', ...pairs(['c', ...end.map((_, i) => `e${i}`), 'l'])],
          ),
        ]),
      ),
    ),
  );

  it(`is right or mended by one press (${graphs.length} cases)`, () => {
    for (const graph of graphs) {
      const blocking = problemsOf(graph).filter((problem) => problem.blocking);
      const [first] = blocking;
      if (!first) continue;
      const what = `${JSON.stringify(graph.nodes)} ${first.code}`;
      expect(blocking.length, what).toBe(1);
      expect(first.fixes.length, what).toBe(1);
      const mended = applyCommands(documentOf(graph), first.fixes[0]?.changes ?? []).graph;
      const left = problemsOf(mended).filter((problem) => problem.blocking);
      expect(left, what).toEqual([]);
    }
  });
});

function pairs(ids: readonly string[]): string[] {
  return ids.slice(1).map((id, i) => `${ids[i]}>${id}`);
}

describe('memory', () => {
  const wide = (filters: number): Graph =>
    chain(
      ['images', { size: 200 }],
      ['conv2d', { filters, kernel: [1, 1] }],
      ['flatten'],
      ['dense', { units: 3 }],
      ['softmax'],
      ['loss', { type: 'categoricalCrossentropy' }],
    );

  it('is counted for the samples that run at once', () => {
    expect(problemsOf(wide(64)).filter(({ blocking }) => blocking)).toEqual([]);
    expect(problemsOf(wide(4096)).map(({ code }) => code)).toContain('too-much-memory');
    const inBatches = compile(wide(1024), catalogue, 16).problems;
    expect(inBatches.map(({ code }) => code)).not.toContain('too-much-memory');
  });

  it('is counted for all rows that are drawn where classes count alike, as soon as they do', () => {
    const documents = createDocumentStore(
      documentOf(wide(1024), trainingOf({ batchSize: 'full' })),
    );
    const { compilations } = createCompilationStore(documents, catalogue);
    const codes = () => compilations.getState().problems.map(({ code }) => code);
    const balance = (on: boolean) =>
      documents.getState().dispatch([{ type: 'setTraining', training: { balance: on } }]);
    expect(codes()).not.toContain('too-much-memory');
    balance(true);
    expect(codes()).toContain('too-much-memory');
    balance(false);
    expect(codes()).not.toContain('too-much-memory');
    expect(compile(wide(1024), catalogue, 1, true).problems.map(({ code }) => code)).not.toContain(
      'too-much-memory',
    );
  });

  it('is not hidden, nor claimed, by a loose part', () => {
    const graph = sketch(
      {
        s: ['points'],
        a: ['dense', { units: 16384 }],
        b: ['dense', { units: 4096 }],
        h: ['dense', { units: 1 }],
        p: ['sigmoid'],
        l: ['loss'],
        loose: ['dense', { units: 16384 }],
      },
      ['s>a', 'a>b', 'b>h', 'h>p', 'p>l', 'a>loose'],
    );
    const found = problemsOf(graph).filter(({ code }) => code === 'too-many-parameters');
    expect(found).toMatchObject([{ at: { node: 'b' }, blocking: true }]);
  });
});
