import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { applyCommands } from '../../src/document/commands.ts';
import type { Graph } from '../../src/document/schema.ts';
import { brokenGraphs } from '../support/broken-graphs.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { chain, sketch, xorNetwork } from '../support/graphs.ts';
import { startSession, trainingOf } from '../support/sessions.ts';

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
