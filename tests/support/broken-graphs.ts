import type { ProblemCode } from '../../src/compiler/problem.ts';
import type { Graph } from '../../src/document/schema.ts';
import { chain, sketch } from './graphs.ts';

/** A graph that shows one problem. `mends`: one press makes it train. */
export interface BrokenGraph {
  readonly code: ProblemCode;
  readonly graph: Graph;
  readonly mends: boolean;
}

const head = [['dense', { units: 1 }], ['sigmoid'], ['loss']] as const;

/** One graph for every problem that the compiler names. */
export const brokenGraphs: readonly BrokenGraph[] = [
  { code: 'unknown-kind', mends: false, graph: chain(['points'], ['mystery'], ...head) },
  ...(['kind', 'option', 'shared'] as const).map(
    (reason): BrokenGraph => ({
      code: `foreign-${reason}`,
      mends: false,
      graph: withForeign(chain(['points'], ['Keras Thing'], ...head), 'n1', reason),
    }),
  ),
  {
    code: 'no-data',
    mends: true,
    graph: chain(['inputShape', { shape: [2] }], ...head),
  },
  {
    code: 'open-shape',
    mends: true,
    graph: chain(['inputShape', { shape: [-1] }], ...head),
  },
  {
    code: 'parameter-invalid',
    mends: true,
    graph: chain(['points'], ['dense', { units: 1_000_000_000 }], ...head),
  },
  {
    code: 'unknown-dataset',
    mends: true,
    graph: chain(['points', { dataset: 'constructor' }], ...head),
  },
  { code: 'no-samples', mends: false, graph: chain(['points', { dataset: 'own' }], ...head) },
  {
    code: 'cycle',
    mends: true,
    graph: sketch(
      {
        s: ['points'],
        join: ['add'],
        d: ['dense', { units: 2 }],
        h: ['dense', { units: 1 }],
        p: ['sigmoid'],
        loss: ['loss'],
        extra: ['dense', { units: 2 }],
      },
      ['s>join', 's>extra', 'extra>join', 'join>d', 'd>h', 'h>p', 'p>loss', 'd>join'],
    ),
  },
  { code: 'no-source', mends: true, graph: chain(...head) },
  {
    code: 'two-sources',
    mends: true,
    graph: sketch(
      { s: ['points'], d: ['dense', { units: 1 }], p: ['sigmoid'], loss: ['loss'], t: ['points'] },
      ['s>d', 'd>p', 'p>loss'],
    ),
  },
  { code: 'no-loss', mends: true, graph: chain(['points'], ['dense', { units: 1 }], ['sigmoid']) },
  {
    code: 'two-losses',
    mends: true,
    graph: sketch(
      { s: ['points'], d: ['dense', { units: 1 }], p: ['sigmoid'], loss: ['loss'], more: ['loss'] },
      ['s>d', 'd>p', 'p>loss'],
    ),
  },
  {
    code: 'open-input',
    mends: false,
    graph: sketch(
      { s: ['points'], j: ['add'], d: ['dense', { units: 1 }], p: ['sigmoid'], loss: ['loss'] },
      ['s>j', 'j>d', 'd>p', 'p>loss'],
    ),
  },
  {
    code: 'too-many-inputs',
    mends: true,
    graph: sketch(
      { s: ['points'], a: ['dense'], d: ['dense', { units: 1 }], p: ['sigmoid'], loss: ['loss'] },
      ['s>a', 'a>d', 's>d', 'd>p', 'p>loss'],
    ),
  },
  {
    code: 'after-loss',
    mends: true,
    graph: sketch(
      {
        s: ['points'],
        d: ['dense', { units: 1 }],
        p: ['sigmoid'],
        loss: ['loss'],
        after: ['dense'],
      },
      ['s>d', 'd>p', 'p>loss', 'loss>after'],
    ),
  },
  {
    code: 'unreachable',
    mends: false,
    graph: sketch(
      {
        s: ['points'],
        a: ['dense'],
        b: ['sigmoid'],
        d: ['dense', { units: 1 }],
        p: ['sigmoid'],
        loss: ['loss'],
      },
      ['a>b', 'b>d', 'd>p', 'p>loss'],
    ),
  },
  {
    code: 'nothing-to-train',
    mends: false,
    graph: chain(['points'], ['softmax'], ['loss', { type: 'categoricalCrossentropy' }]),
  },
  {
    code: 'rank-mismatch',
    mends: true,
    graph: chain(
      ['images', { size: 12 }],
      ['conv2d', { filters: 4 }],
      ['dense', { units: 3 }],
      ['softmax'],
      ['loss', { type: 'categoricalCrossentropy' }],
    ),
  },
  {
    code: 'kernel-too-large',
    mends: true,
    graph: chain(
      ['images', { size: 12 }],
      ['conv2d', { filters: 2, kernel: [15, 15], padding: 'valid' }],
      ['flatten'],
      ['dense', { units: 3 }],
      ['softmax'],
      ['loss', { type: 'categoricalCrossentropy' }],
    ),
  },
  {
    code: 'merge-shapes-differ',
    mends: true,
    graph: sketch(
      {
        s: ['points'],
        a: ['dense', { units: 3 }],
        b: ['dense', { units: 4 }],
        j: ['add'],
        d: ['dense', { units: 1 }],
        p: ['sigmoid'],
        loss: ['loss'],
      },
      ['s>a', 's>b', 'a>j', 'b>j', 'j>d', 'd>p', 'p>loss'],
    ),
  },
  {
    code: 'values-count',
    mends: true,
    graph: chain(
      ['points'],
      ['dense', { units: 2, kernelInitialiser: { type: 'values', values: [1, 2, 3] } }],
      ...head,
    ),
  },
  {
    code: 'too-many-parameters',
    mends: false,
    graph: chain(['points'], ['dense', { units: 16384 }], ['dense', { units: 16384 }], ...head),
  },
  {
    code: 'too-much-memory',
    mends: false,
    graph: sketch(
      {
        s: ['images', { size: 200 }],
        ...Object.fromEntries(
          Array.from({ length: 120 }, (_, i) => [
            `c${i}`,
            ['conv2d', { filters: 4096, kernel: [1, 1] }],
          ]),
        ),
        cat: ['concatenate'],
        f: ['flatten'],
        d: ['dense', { units: 3 }],
        p: ['softmax'],
        loss: ['loss', { type: 'categoricalCrossentropy' }],
      },
      [
        ...Array.from({ length: 120 }, (_, i) => `s>c${i}`),
        'c0>cat',
        'c1>cat',
        'cat>f',
        'f>d',
        'd>p',
        'p>loss',
      ],
    ),
  },
  {
    code: 'output-size',
    mends: true,
    graph: chain(['points'], ['dense', { units: 2 }], ['sigmoid'], ['loss']),
  },
  {
    code: 'softmax-one-unit',
    mends: true,
    graph: chain(['points'], ['dense', { units: 1 }], ['softmax'], ['loss']),
  },
  {
    code: 'sigmoid-with-categorical',
    mends: true,
    graph: chain(
      ['points'],
      ['dense', { units: 1 }],
      ['sigmoid'],
      ['loss', { type: 'categoricalCrossentropy' }],
    ),
  },
  {
    code: 'logits-after-squash',
    mends: true,
    graph: chain(
      ['points', { dataset: 'blobs', size: 12 }],
      ['dense', { units: 3 }],
      ['softmax'],
      ['loss', { type: 'categoricalCrossentropy', on: 'logits' }],
    ),
  },
  {
    code: 'regression-with-classification-loss',
    mends: true,
    graph: chain(['points', { dataset: 'line', size: 12 }], ['dense', { units: 1 }], ['loss']),
  },
];

/** The graph with a node that says what it was in another program's file. */
function withForeign(graph: Graph, id: string, reason: 'kind' | 'option' | 'shared'): Graph {
  const node = graph.nodes[id];
  if (node) node.foreign = { layer: 'Thing', reason, option: 'twist', value: '3' };
  return graph;
}
