import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { printTensor } from '../../src/core/tensor/print-tensor.ts';
import { readTensor } from '../../src/core/tensor/read-tensor.ts';
import type { Tensor } from '../../src/core/tensor/tensor.ts';
import { calculationKinds as kinds } from '../../src/layers/tensors/index.ts';
import { catalogue } from '../support/catalogue.ts';
import { type Sketch, sketch } from '../support/graphs.ts';

const examples = kinds.flatMap((kind) =>
  kind.examples.map((example, i) => ({ name: `${kind.kind} example ${i + 1}`, kind, example })),
);

function tensor(text: string): Tensor {
  const read = readTensor(text);
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.error)}`);
  return read.value;
}

describe('every step of a calculation', () => {
  it.each(kinds)('$kind: has examples', (kind) => {
    expect(kind.examples.length).toBeGreaterThanOrEqual(2);
  });

  it.each(examples)('$name', ({ kind, example }) => {
    const result = kind.calculate(kind.params.parse(example.params), example.inputs.map(tensor));
    expect(result).toMatchObject({ ok: true, value: tensor(example.output) });
  });
});

type Step = readonly [kind: string, params?: Record<string, unknown>];

/** What a graph of constants and the steps after them gives: the first step reads all constants. */
function run(inputs: readonly string[], ...steps: readonly Step[]): Tensor {
  const constants = inputs.map((value, i): [string, Sketch] => [
    `c${i}`,
    ['tensorConstant', { value }],
  ]);
  const nodes = Object.fromEntries([
    ...constants,
    ...steps.map((step, i): [string, Sketch] => [`s${i}`, step]),
  ]);
  const wires = [
    ...(steps.length > 0 ? inputs.map((_, i) => `c${i}>s0`) : []),
    ...steps.slice(1).map((_, i) => `s${i}>s${i + 1}`),
  ];
  const { values, problems, shapes } = compile(sketch(nodes, wires), catalogue);
  expect(problems).toEqual([]);
  const last = steps.length > 0 ? `s${steps.length - 1}` : 'c0';
  const value = values.get(last);
  if (!value) throw new Error('no result');
  expect(shapes.get(last)?.output).toEqual(value.shape);
  return value;
}

const SEVEN = '[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]';
const TWELVE = '[[[0, 1, 2], [3, 4, 5]], [[6, 7, 8], [9, 10, 11]]]';
const DEEP = '[[[[1,2,3,4],[5,6,7,8],[9,10,11,12]],[[13,14,15,16],[17,18,19,20],[21,22,23,24]]]]';
const SQUARE = '[[1., 2.], [3., 4.]]';
const PAIR = ['[[3., 3.]]', '[[2.], [2.]]'];
const ROWS = ['[1, 4]', '[2, 5]', '[3, 6]'];
const SCORES = '[[0, 1, 2], [2, 1, 0]]';
const over = (axis: number) => ({ over: 'axis', axis });

/** Every row of the table of lab 8, and the numbers of lab 1: what goes in, the steps, what comes out. */
const rows: readonly (readonly [string, readonly string[], readonly Step[], string])[] = [
  ['3.0 + 4.0', ['3.0', '4.0'], [['tensorAdd']], '7.0'],
  ['a + b', ['3.', '4.5'], [['tensorAdd']], '7.5'],
  ['a + b, rows', ['[1., 3.]', '[2., 4.]'], [['tensorAdd']], '[3., 7.]'],
  ['7.5 · 3', ['7.5', '3.'], [['tensorMultiply']], '22.5'],
  ['t', [SEVEN], [], SEVEN],
  ['t[0]', [SEVEN], [['tensorSlice', { part: '0' }]], '0.'],
  ['t[1]', [SEVEN], [['tensorSlice', { part: '1' }]], '1.'],
  ['t[-1]', [SEVEN], [['tensorSlice', { part: '-1' }]], '6.'],
  ['t[2:5]', [SEVEN], [['tensorSlice', { part: '2:5' }]], '[2., 3., 4.]'],
  ['t[4:-1]', [SEVEN], [['tensorSlice', { part: '4:-1' }]], '[4., 5.]'],
  ['t[:2]', [SEVEN], [['tensorSlice', { part: ':2' }]], '[0., 1.]'],
  ['t[3:]', [SEVEN], [['tensorSlice', { part: '3:' }]], '[3., 4., 5., 6.]'],
  ['matmul', PAIR, [['tensorProduct']], '[[12.]]'],
  ['multiply', PAIR, [['tensorMultiply']], '[[6., 6.], [6., 6.]]'],
  ['add, broadcast', PAIR, [['tensorAdd']], '[[5., 5.], [5., 5.]]'],
  ['add', ['[[3., 3.]]', '[[2., 2.]]'], [['tensorAdd']], '[[5., 5.]]'],
  ['mean of whole numbers', ['[1, 2]'], [['tensorMean', over(0)]], '1'],
  ['mean', [SQUARE], [['tensorMean']], '2.5'],
  ['mean over 0', [SQUARE], [['tensorMean', over(0)]], '[2., 3.]'],
  ['mean over 1', [SQUARE], [['tensorMean', over(1)]], '[1.5, 3.5]'],
  ['mean over −1', [SQUARE], [['tensorMean', over(-1)]], '[1.5, 3.5]'],
  ['sum', [SQUARE], [['tensorSum']], '10.'],
  ['sum over 0', [SQUARE], [['tensorSum', over(0)]], '[4., 6.]'],
  ['sum over −1', [SQUARE], [['tensorSum', over(-1)]], '[3., 7.]'],
  ['mean of the sums', [SQUARE], [['tensorSum', over(-1)], ['tensorMean']], '5.'],
  ['argmax over 0', [SCORES], [['tensorArgmax', over(0)]], '[1, 0, 0]'],
  ['argmax over 1', [SCORES], [['tensorArgmax', over(1)]], '[2, 0]'],
  ['argmax over −1', [SCORES], [['tensorArgmax', over(-1)]], '[2, 0]'],
  [
    'reshape [−1, 3]',
    [TWELVE],
    [['tensorReshape', { shape: '-1, 3' }]],
    '[[0, 1, 2], [3, 4, 5], [6, 7, 8], [9, 10, 11]]',
  ],
  [
    'reshape [−1, 1, 3]',
    [TWELVE],
    [['tensorReshape', { shape: '[−1, 1, 3]' }]],
    '[[[0, 1, 2]], [[3, 4, 5]], [[6, 7, 8]], [[9, 10, 11]]]',
  ],
  ['squeeze', ['[[0], [1], [2]]'], [['tensorSqueeze']], '[0, 1, 2]'],
  ['expand dims', ['[0, 1, 2]'], [['tensorExpandDims', { axis: 1 }]], '[[0], [1], [2]]'],
  [
    'one-hot',
    ['[[0], [1], [2], [0]]'],
    [['tensorOneHot', { depth: 3 }]],
    '[[[1., 0., 0.]], [[0., 1., 0.]], [[0., 0., 1.]], [[1., 0., 0.]]]',
  ],
  [
    'one-hot, then reshape',
    ['[[0], [1], [2], [0]]'],
    [['tensorOneHot'], ['tensorReshape', { shape: '-1, 3' }]],
    '[[1., 0., 0.], [0., 1., 0.], [0., 0., 1.], [1., 0., 0.]]',
  ],
  ['cast floats', ['[1.8, 2.2, 3.3, 4.9]'], [['tensorCast', { to: 'int32' }]], '[1, 2, 3, 4]'],
  [
    'cast truths',
    ['[True, False, True, False]'],
    [['tensorCast', { to: 'int32' }]],
    '[1, 0, 1, 0]',
  ],
  ['stack', ROWS, [['tensorStack']], '[[1, 4], [2, 5], [3, 6]]'],
  ['stack along 1', ROWS, [['tensorStack', { axis: 1 }]], '[[1, 2, 3], [4, 5, 6]]'],
  ['ones like', [SCORES], [['tensorOnesLike']], '[[1, 1, 1], [1, 1, 1]]'],
  ['zeros like', [SCORES], [['tensorZerosLike']], '[[0, 0, 0], [0, 0, 0]]'],
  [
    'zip of two',
    ['[1, 2, 3]', '[4, 5, 6]'],
    [['tensorStack', { axis: 1 }]],
    '[[1, 4], [2, 5], [3, 6]]',
  ],
  [
    'zip of three',
    ['[1, 2, 3]', '[4, 5, 6]', '[7, 8, 9]'],
    [['tensorStack', { axis: -1 }]],
    '[[1, 4, 7], [2, 5, 8], [3, 6, 9]]',
  ],
  [
    'transpose 1, 0, 2',
    [TWELVE],
    [['tensorTranspose', { perm: '1, 0, 2' }]],
    '[[[0, 1, 2], [6, 7, 8]], [[3, 4, 5], [9, 10, 11]]]',
  ],
  [
    'transpose and back',
    [TWELVE],
    [
      ['tensorTranspose', { perm: '1, 0, 2' }],
      ['tensorTranspose', { perm: '1, 0, 2' }],
    ],
    TWELVE,
  ],
  [
    'transpose 1, 2, 0',
    [TWELVE],
    [['tensorTranspose', { perm: '1, 2, 0' }]],
    '[[[0, 6], [1, 7], [2, 8]], [[3, 9], [4, 10], [5, 11]]]',
  ],
  [
    'transpose 1, 2, 0, then 2, 0, 1',
    [TWELVE],
    [
      ['tensorTranspose', { perm: '1, 2, 0' }],
      ['tensorTranspose', { perm: '2, 0, 1' }],
    ],
    TWELVE,
  ],
];

describe('lab 1 and lab 8, row by row', () => {
  it.each(rows)('%s', (_, inputs, steps, output) => {
    const { dtype, shape, values } = run(inputs, ...steps);
    expect({ dtype, shape, values }).toEqual(tensor(output));
  });

  it.each([
    ['3', []],
    ['[1., 2., 3.]', [3]],
    ['[[1., 2., 3.], [4., 5., 6.]]', [2, 3]],
    ['[[[1., 2., 3.]], [[7., 8., 9.]]]', [2, 1, 3]],
    [SEVEN, [7]],
    ['[[1,2,3],[4,5,6],[7,8,9],[10,11,12]]', [4, 3]],
    ['[1, 2, 3, 4]', [4]],
    ['[[1, 2], [3, 4]]', [2, 2]],
    [DEEP, [1, 2, 3, 4]],
  ])('the rank of %s is the depth of its brackets', (text, shape) => {
    expect(run([text]).shape).toEqual(shape);
  });

  it('says what the mean of whole numbers would be before it is cut off', () => {
    expect(run(['[1, 2]'], ['tensorMean', over(0)])).toMatchObject({ values: [1], exact: [1.5] });
    expect(run(['[1, 3]'], ['tensorMean', over(0)])).not.toHaveProperty('exact');
    const floats: Step[] = [['tensorCast', { to: 'float32' }], ['tensorMean']];
    expect(printTensor(run(['[1, 2]'], ...floats))).toBe('1.5');
  });

  it('says which axes were stretched', () => {
    expect(run(PAIR, ['tensorAdd'])).toMatchObject({ stretched: [[0], [1]] });
    expect(run(['[[3., 3.]]', '[[2., 2.]]'], ['tensorAdd'])).not.toHaveProperty('stretched');
    expect(run(['5', '[[1, 2]]'], ['tensorSubtract'])).toMatchObject({ stretched: [[1], []] });
  });

  it('draws the very numbers of TensorFlow 1', () => {
    const normal = run([], ['tensorRandom', { shape: '3', seed: 777, operation: 3 }]);
    expect(normal.shape).toEqual([3]);
    const uniform = run(
      [],
      ['tensorRandom', { distribution: 'uniform', shape: '2', operation: 9 }],
    );
    const expected = [2.20866942, -0.73225045, 0.33533147, 0.08186948, 0.42999184];
    for (const [i, value] of [...normal.values, ...uniform.values].entries()) {
      expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 7);
    }
  });
});
