import fc from 'fast-check';
import type { Graph, GraphNode } from '../../src/document/schema.ts';
import { allKinds } from '../../src/layers/tensors/index.ts';

const kinds = allKinds.map(({ kind }) => kind);

const anyParams = fc.oneof(
  fc.constant({}),
  fc.record(
    {
      units: fc.oneof(fc.integer({ min: -1, max: 8 }), fc.constant(1e9), fc.constant('two')),
      filters: fc.integer({ min: 0, max: 4 }),
      kernel: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
      pool: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
      strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
      padding: fc.constantFrom('same', 'valid', 'circular'),
      rate: fc.constantFrom(0, 0.5, 2, null),
      dataset: fc.constantFrom('xor', 'blobs', 'line', 'plane', 'own', 'shapes', 'constructor'),
      type: fc.constantFrom('meanSquaredError', 'binaryCrossentropy', 'categoricalCrossentropy'),
      on: fc.constantFrom('probabilities', 'logits'),
      kernelInitialiser: fc.constantFrom(
        { type: 'zeros' },
        { type: 'values', values: [1, 2, 3] },
        { type: 'heNormal' },
      ),
    },
    { requiredKeys: [] },
  ),
);

const anyNode: fc.Arbitrary<GraphNode> = fc.record({
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...kinds) },
    { weight: 1, arbitrary: fc.constantFrom('mystery', 'constructor', '__proto__') },
  ),
  params: anyParams,
});

/** Any graph that a file may hold: cycles, loose ends, unknown kinds, wrong parameters. */
export const anyGraph: fc.Arbitrary<Graph> = fc
  .array(anyNode, { minLength: 0, maxLength: 9 })
  .chain((nodes) => {
    const ids = nodes.map((_, i) => `n${i}`);
    const end = ids.length === 0 ? fc.constant('n0') : fc.constantFrom(...ids);
    const wires = fc.array(fc.tuple(end, end), { maxLength: ids.length === 0 ? 0 : 14 });
    return wires.map((pairs) => ({
      nodes: Object.fromEntries(nodes.map((node, i) => [`n${i}`, node])),
      wires: pairs.map(([from, to], i) => ({ id: `w${i}`, from, to })),
    }));
  });

type Step = { readonly node: GraphNode; readonly joins: number };

const hidden: fc.Arbitrary<Step> = fc.record({
  node: fc.oneof(
    fc.integer({ min: 1, max: 6 }).map((units) => ({ kind: 'dense', params: { units } })),
    fc
      .constantFrom('sigmoid', 'tanh', 'relu', 'leakyRelu', 'softmax', 'dropout', 'flatten')
      .map((kind) => ({ kind, params: {} })),
    fc
      .constantFrom('elu', 'selu', 'gelu', 'softplus', 'swish', 'hardSigmoid', 'linear')
      .map((kind) => ({ kind, params: {} })),
    fc.constantFrom('multiply', 'average', 'maximum').map((kind) => ({ kind, params: {} })),
    fc.constant({ kind: 'layerNormalisation', params: {} }),
    fc.constant({ kind: 'batchNormalisation', params: {} }),
    fc
      .record({ l1: fc.constantFrom(0, 0.01), l2: fc.constantFrom(0, 0.1) })
      .map((penalties) => ({ kind: 'dense', params: { units: 3, useBias: false, ...penalties } })),
    fc.constant({ kind: 'concatenate', params: {} }),
    fc.constant({ kind: 'add', params: {} }),
    fc
      .constantFrom<[string, object]>(
        ['conv2d', { filters: 2, kernel: [3, 2] }],
        ['maxPool', {}],
        ['averagePool', { padding: 'valid' }],
        ['depthwiseConv2d', { kernel: [2, 3], stride: 2 }],
        ['separableConv2d', { filters: 2 }],
        ['conv2dTranspose', { filters: 1, kernel: [2, 2] }],
        ['zeroPadding', {}],
        ['upSampling', {}],
        ['globalAveragePool', {}],
        ['globalMaxPool', {}],
        ['reshape', { shape: [-1, 2] }],
      )
      .map(([kind, params]) => ({ kind, params: { ...params } })),
  ),
  joins: fc.nat(),
});

const ends = [
  { dataset: 'xor', units: 1, activation: 'sigmoid', loss: { type: 'binaryCrossentropy' } },
  { dataset: 'xor', units: 2, activation: 'softmax', loss: { type: 'categoricalCrossentropy' } },
  {
    dataset: 'moons',
    units: 1,
    activation: undefined,
    loss: { type: 'binaryCrossentropy', on: 'logits' },
  },
  {
    dataset: 'blobs',
    units: 3,
    activation: 'softmax',
    loss: { type: 'categoricalCrossentropy', stability: 'naive' },
  },
  {
    dataset: 'blobs',
    units: 3,
    activation: undefined,
    loss: { type: 'categoricalCrossentropy', on: 'logits' },
  },
  {
    dataset: 'line',
    units: 1,
    activation: undefined,
    loss: { type: 'meanSquaredError', reduction: 'sum' },
  },
  { dataset: 'plane', units: 1, activation: 'tanh', loss: { type: 'meanSquaredError' } },
  { dataset: 'shapes', units: 3, activation: 'softmax', loss: { type: 'categoricalCrossentropy' } },
] as const;

/** Graphs of the sort people build: a source, layers with branches and joins, a fitting end. */
export const likelyGraph: fc.Arbitrary<Graph> = fc
  .record({ end: fc.constantFrom(...ends), steps: fc.array(hidden, { maxLength: 7 }) })
  .map(({ end, steps }) => {
    const images = end.dataset === 'shapes';
    const nodes: Graph['nodes'] = {
      source: { kind: images ? 'images' : 'points', params: { dataset: end.dataset, size: 12 } },
    };
    const wires: Graph['wires'] = [];
    const wire = (from: string, to: string): void => {
      wires.push({ id: `w${wires.length}`, from, to });
    };
    let last = 'source';
    const earlier: string[] = ['source'];
    const append = (id: string, node: GraphNode): void => {
      nodes[id] = node;
      wire(last, id);
      last = id;
    };
    steps.forEach(({ node, joins }, i) => {
      const id = `n${i}`;
      const before = last;
      append(id, node);
      const other = earlier[joins % earlier.length];
      if (
        /^(add|concatenate|multiply|average|maximum)$/.test(node.kind) &&
        other &&
        other !== before
      )
        wire(other, id);
      earlier.push(id);
    });
    if (images) append('flat', { kind: 'flatten', params: {} });
    append('head', { kind: 'dense', params: { units: end.units } });
    if (end.activation) append('squash', { kind: end.activation, params: {} });
    append('loss', { kind: 'loss', params: { ...end.loss } });
    return { nodes, wires };
  });
