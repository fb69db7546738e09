import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { applyCommands } from '../../src/document/commands.ts';
import type { Graph } from '../../src/document/schema.ts';
import { createTranslator } from '../../src/i18n/index.ts';
import { planAddAfter } from '../../src/ui/edit/plan-add.ts';
import { planConnection } from '../../src/ui/edit/plan-connection.ts';
import { explainProblem, speller } from '../../src/ui/problems/problem-text.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { type Sketch, sketch, xorNetwork } from '../support/graphs.ts';

const constant = (value: string): Sketch => ['tensorConstant', { value }];

/** Constants, and one step that reads them in order. */
const stepOf = (inputs: readonly string[], ...step: Sketch): Graph =>
  sketch(
    { ...Object.fromEntries(inputs.map((value, i) => [`c${i}`, constant(value)])), step },
    inputs.map((_, i) => `c${i}>step`),
  );

const over = (axis: number) => ({ over: 'axis', axis });
const many = `[${'1,'.repeat(200)}]`;

/** Steps without a result, and what is said of them, word for word. */
const broken: readonly (readonly [string, Graph, string, mends: boolean])[] = [
  [
    'product-sizes',
    stepOf(['[[1,2],[3,4],[5,6]]', '[[1],[2],[3],[4]]'], 'tensorProduct'),
    '[3,2]·[4,1]: 2 and 4 differ. The first must have as many columns as the second has rows.',
    false,
  ],
  [
    'product-rank',
    stepOf(['[1, 2]', '[[1], [2]]'], 'tensorProduct'),
    'Matrix product needs at least two axes; [2] has 1. Expand dims adds one.',
    false,
  ],
  [
    'broadcast-sizes',
    stepOf(['[[1, 2, 3]]', '[[1, 2]]'], 'tensorAdd'),
    '[1,3] and [1,2]: at axis −1, 3 and 2 differ and neither is 1, so neither can be stretched.',
    false,
  ],
  [
    'axis-range',
    stepOf(['[1, 2]'], 'tensorSum', over(2)),
    'Reduce sum: there is no axis 2. [2] has axes 0 to 0, or −1 to −1.',
    false,
  ],
  [
    'axis-none',
    stepOf(['5'], 'tensorMean', over(0)),
    'Reduce mean asks for an axis; a single number has none.',
    false,
  ],
  [
    'axes-order',
    stepOf(['[[1, 2]]'], 'tensorTranspose', { perm: '0, 0' }),
    'Transpose: [0,0] is no order of the 2 axes of [1,2]. Name each once, such as [0,1].',
    false,
  ],
  [
    'tensor-size',
    stepOf(['[1, 2, 3, 4]'], 'tensorReshape', { shape: '3, 2' }),
    'Reshape (tensor) asks for [3,2], but [4] holds 4 values.',
    true,
  ],
  [
    'squeeze-size',
    stepOf(['[[1, 2]]'], 'tensorSqueeze', over(1)),
    'Squeeze: axis 1 of [1,2] has size 2; only an axis of size 1 can go.',
    false,
  ],
  [
    'stack-shapes',
    stepOf(['[1, 2]', '[1]'], 'tensorStack'),
    'Stack takes equal shapes; it gets [2] and [1].',
    false,
  ],
  [
    'slice-rank',
    stepOf(['[1, 2]'], 'tensorSlice', { part: '0, 0' }),
    'Slice names 2 axes; [2] has 1.',
    false,
  ],
  [
    'slice-range',
    stepOf(['[1, 2]'], 'tensorSlice', { part: '-3' }),
    'Slice: −3 finds nothing along axis 0 of [2], which has size 2.',
    false,
  ],
  [
    'dtypes-differ',
    stepOf(['[1, 2]', '0.5'], 'tensorMultiply'),
    'Multiply (tensors) needs one type; it gets int32 and float32. Cast changes the type.',
    true,
  ],
  [
    'dtype-unfit',
    stepOf(['[true, false]'], 'tensorMean'),
    'Reduce mean cannot read bool. Cast changes the type.',
    true,
  ],
  ['too-many-values', stepOf([many, `[${many}]`], 'tensorOneHot'), '', false],
  [
    'tensor-text',
    stepOf([], 'tensorConstant', { value: '[[1, 2], [3]]' }),
    'Constant: What starts at character 10 has 1 entries, the part before it 2. All must be equally long.',
    false,
  ],
];

describe('a step without a result', () => {
  const cases = broken.filter(([code]) => code !== 'too-many-values');

  it.each(cases)('%s: says why, and blocks nothing', async (code, graph, words) => {
    const { problems, values, ir } = compile(graph, catalogue);
    expect(problems).toMatchObject([{ code, at: { node: 'step' }, blocking: false }]);
    expect(values.has('step')).toBe(false);
    expect(ir).toBeUndefined();
    const { t } = await createTranslator('en');
    const spell = speller(t, (word) => word.en);
    expect(problems.map((problem) => explainProblem(t, spell, problem))).toEqual([words]);
    const korean = await createTranslator('ko');
    const [told] = problems.map((problem) =>
      explainProblem(
        korean.t,
        speller(korean.t, (word) => word.ko),
        problem,
      ),
    );
    expect(told).not.toMatch(/\{\{|\[[^\]]*\/|undefined/);
  });

  it.each(cases)('%s: one press mends it, or none is offered', (_, graph, _words, mends) => {
    const fixes = compile(graph, catalogue).problems[0]?.fixes ?? [];
    expect(fixes.length).toBe(mends ? 1 : 0);
    if (!mends) return;
    const mended = applyCommands(documentOf(graph), fixes[0]?.changes ?? []).graph;
    const after = compile(mended, catalogue);
    expect(after.problems).toEqual([]);
    expect(after.values.has('step')).toBe(true);
  });

  it('leaves what comes after it unknown, without a word', () => {
    const graph = sketch(
      {
        a: constant('[1]'),
        b: constant('[1, 2, 3]'),
        c: constant('[1, 2]'),
        s: ['tensorAdd'],
        t: ['tensorSum'],
      },
      ['b>s', 'c>s', 's>t'],
    );
    const { problems, values } = compile(graph, catalogue);
    expect(problems.map(({ code }) => code)).toEqual(['broadcast-sizes']);
    expect([...values.keys()]).toEqual(['a', 'b', 'c']);
  });

  it('is too large rather than slow', () => {
    const column = `[${Array.from({ length: 200 }, () => '[1]').join(',')}]`;
    const { problems } = compile(stepOf([`[${many}]`, column], 'tensorAdd'), catalogue);
    expect(problems).toMatchObject([{ code: 'too-many-values', data: { shape: '[200,200]' } }]);

    const full = `[${'1,'.repeat(10_000)}]`;
    const steps = Array.from({ length: 1000 }, (_, i): [string, Sketch] => [
      `s${i}`,
      ['tensorCast'],
    ]);
    const chain = steps.slice(1).map((_, i) => `s${i}>s${i + 1}`);
    const graph = sketch({ c: constant(full), ...Object.fromEntries(steps) }, ['c>s0', ...chain]);
    const long = compile(graph, catalogue);
    expect(long.problems.map(({ code }) => code)).toEqual(['calculation-too-large']);
    expect(long.values.size).toBeLessThan(40);
  });
});

describe('a calculation', () => {
  it('lacks neither a source nor a loss, and has nothing to train', () => {
    const { problems, calculates, ir, network } = compile(
      stepOf(['1', '2'], 'tensorAdd'),
      catalogue,
    );
    expect({ problems, calculates, ir, network }).toEqual({
      problems: [],
      calculates: true,
      ir: undefined,
      network: undefined,
    });
  });

  it('reads its inputs in the order of the wires', () => {
    const graph = stepOf(['5', '3'], 'tensorSubtract');
    const turned = { ...graph, wires: graph.wires.toReversed() };
    expect(compile(graph, catalogue).values.get('step')?.values).toEqual([2]);
    expect(compile(turned, catalogue).values.get('step')?.values).toEqual([-2]);
  });

  it('stands beside a network without a word, whatever is wrong with it', () => {
    const network = xorNetwork();
    const beside = stepOf(['[1, 2]', '[1, 2, 3]'], 'tensorAdd');
    const both = {
      nodes: { ...network.nodes, ...beside.nodes },
      wires: [...network.wires, ...beside.wires.map((wire) => ({ ...wire, id: `b${wire.id}` }))],
    };
    const { ir, problems, calculates } = compile(both, catalogue);
    expect(ir?.nodes.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3', 'n4']);
    expect(calculates).toBe(false);
    expect(problems).toMatchObject([{ code: 'broadcast-sizes', blocking: false }]);
  });

  it('does not mix with a network: the wire is named, and taken away by one press', () => {
    const graph = sketch(
      {
        s: ['points'],
        d: ['dense', { units: 1 }],
        p: ['sigmoid'],
        l: ['loss'],
        c: constant('1'),
        sum: ['tensorSum'],
      },
      ['s>d', 'd>p', 'p>l', 'd>sum'],
    );
    const { problems, ir } = compile(graph, catalogue);
    expect(problems).toMatchObject([{ code: 'mixed-wire', at: { wire: 'w4' }, blocking: false }]);
    expect(ir).toBeDefined();
    const mended = applyCommands(documentOf(graph), problems[0]?.fixes[0]?.changes ?? []).graph;
    expect(mended.wires.map(({ id }) => id)).toEqual(['w1', 'w2', 'w3']);

    const fed = sketch(
      { s: ['points'], d: ['dense', { units: 1 }], p: ['sigmoid'], l: ['loss'], c: constant('1') },
      ['s>d', 'c>p', 'p>l'],
    );
    const blocked = compile(fed, catalogue);
    expect(blocked.ir).toBeUndefined();
    expect(blocked.problems).toContainEqual(
      expect.objectContaining({ code: 'mixed-wire', blocking: true }),
    );
  });
});

describe('drawing wires', () => {
  const graph = sketch(
    {
      s: ['points'],
      d: ['dense'],
      c: constant('1'),
      x: constant('2'),
      sum: ['tensorAdd'],
      t: ['tensorSum'],
    },
    ['c>sum', 'sum>t'],
  );
  const plan = (from: string, to: string) => planConnection(graph, catalogue, from, to);

  it('joins steps with steps alone', () => {
    expect(plan('x', 'sum')).toEqual({
      ok: true,
      value: [{ type: 'connect', from: 'x', to: 'sum' }],
    });
    expect(plan('s', 'sum')).toMatchObject({ error: { code: 'mixed' } });
    expect(plan('sum', 'd')).toMatchObject({ error: { code: 'mixed' } });
    expect(plan('sum', 'c')).toMatchObject({ error: { code: 'given' } });
  });

  it('puts a step into a wire between steps, and a layer beside it', () => {
    const document = documentOf(graph);
    const taken = new Set(Object.keys(graph.nodes));
    const add = (kind: string) => {
      const found = catalogue.layers.get(kind);
      if (!found) throw new Error(kind);
      const { commands } = planAddAfter(document, taken, catalogue, found, 'sum', { x: 0, y: 0 });
      return applyCommands(document, commands).graph;
    };
    const cast = add('tensorCast');
    expect(cast.wires.map(({ from, to }) => `${from}>${to}`)).toContain('tensorCast1>t');
    expect(add('sigmoid').wires).toEqual(graph.wires);
  });
});
