import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { sizeOf } from '../../src/core/shape.ts';
import { applyCommands } from '../../src/document/commands.ts';
import { parseDocument, printDocument, readJson } from '../../src/document/parse.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { readModelValue } from '../../src/importers/read-model.ts';
import type { Imported } from '../../src/importers/report.ts';
import { catalogue } from '../support/catalogue.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

/** What comes of a text, which must be read. */
function imported(model: unknown): Imported {
  const value = typeof model === 'string' ? readJson(model) : { ok: true as const, value: model };
  if (!value.ok) throw new Error(value.error.code);
  const read = readModelValue(value.value, catalogue.layers);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const refusal = (model: unknown): string => {
  const read = readModelValue(model, catalogue.layers);
  return read.ok ? 'read' : read.error.code;
};

function countOf({ graph }: GraphDocument): number {
  let total = 0;
  for (const { weights } of compile(graph, catalogue).shapes.values()) {
    for (const { shape } of weights) total += sizeOf(shape);
  }
  return total;
}

const kindsOf = ({ document }: Imported): string[] =>
  Object.values(document.graph.nodes).map(({ kind }) => kind);

const shapesByName = ({ graph }: GraphDocument): Record<string, string> => {
  const { shapes } = compile(graph, catalogue);
  return Object.fromEntries(
    Object.entries(graph.nodes).flatMap(([id, { name }]) =>
      name === undefined ? [] : [[name, shapes.get(id)?.output.join('×') ?? '?']],
    ),
  );
};

describe('VGG16', () => {
  it.each(['vgg16.keras-2.json', 'vgg16.keras-3.json'])('%s opens whole', (name) => {
    const read = imported(fixture(name));
    expect(read.missing).toEqual([]);
    expect(read.notes).toEqual([]);
    expect(read.layers).toBe(23);
    expect(countOf(read.document)).toBe(138_357_544);
    expect(shapesByName(read.document)).toMatchObject({
      block1_conv1: '224×224×64',
      block3_pool: '28×28×256',
      block5_pool: '7×7×512',
      flatten: '25088',
      fc1: '4096',
      predictions: '1000',
    });
    expect(kindsOf(read).filter((kind) => kind === 'relu').length).toBe(15);
  });

  it('is refused for training, because it is too large and has no data', () => {
    const { document } = imported(fixture('vgg16.keras-2.json'));
    const { ir, problems } = compile(document.graph, catalogue, document.training.batchSize);
    expect(ir).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['no-data', 'too-many-parameters']),
    );
    const tooMany = problems.find(({ code }) => code === 'too-many-parameters');
    expect(tooMany?.data['count']).toBe(138_357_544);
  });

  it('is a document that can be saved and opened', () => {
    const { document } = imported(fixture('vgg16.keras-2.json'));
    const parsed = parseDocument(JSON.parse(printDocument(document)));
    expect(parsed).toEqual({ ok: true, value: document });
  });
});

const conv = (name: string, more: object = {}) => ({
  class_name: 'Conv2D',
  config: { name, filters: 8, kernel_size: [3, 3], padding: 'same', activation: 'linear', ...more },
});

/** A functional model in the form of Keras 2: a list of calls, each a list of what feeds it. */
const functional = (layers: readonly [object, ...string[]][], outputs: readonly string[]) => ({
  class_name: 'Functional',
  config: {
    name: 'made',
    layers: layers.map(([layer, ...from]) => ({
      ...layer,
      name: nameIn(layer),
      inbound_nodes: from.length > 0 ? [from.map((each) => [each, 0, 0, {}])] : [],
    })),
    input_layers: layers.filter(([, ...from]) => from.length === 0).map(([l]) => [nameIn(l), 0, 0]),
    output_layers: outputs.map((name) => [name, 0, 0]),
  },
  keras_version: '2.9.0',
});

const nameIn = (layer: object): string => (layer as { config: { name: string } }).config.name;

const input = (shape: readonly (number | null)[], name = 'input_1') => ({
  class_name: 'InputLayer',
  config: { name, batch_input_shape: [null, ...shape] },
});
const dense = (name: string, units: number, more: object = {}) => ({
  class_name: 'Dense',
  config: { name, units, activation: 'linear', ...more },
});
const sequential = (...layers: object[]) => ({
  class_name: 'Sequential',
  config: { name: 'made', layers },
});

describe('an input that leaves sides open', () => {
  const conv = {
    class_name: 'Conv2D',
    config: { name: 'conv', filters: 8, kernel_size: [3, 3], activation: 'linear' },
  };
  const made = imported(sequential(input([null, null, 3]), conv)).document;

  const openShape = (graph: GraphDocument['graph']) =>
    compile(graph, catalogue).problems.find(({ code }) => code === 'open-shape');

  it('says which are unknown, and how they can be set', () => {
    const open = openShape(made.graph);
    expect(open?.data).toEqual({ shape: '?×?×3' });
    expect(shapesByName(made)).toMatchObject({ conv: '?' });
    const [mend] = open?.fixes ?? [];
    expect(mend).toMatchObject({ code: 'set-shape', data: { shape: '224×224×3' } });
    const set = applyCommands(made, mend?.changes ?? []);
    expect(shapesByName(set)).toMatchObject({ conv: '222×222×8' });
    expect(countOf(set)).toBe(8 * 27 + 8);
  });

  it('is saved and opened as it is', () => {
    expect(parseDocument(JSON.parse(printDocument(made)))).toEqual({ ok: true, value: made });
  });

  it('is offered data whose known sides agree', () => {
    const { graph } = imported(sequential(input([null, null, 1]), conv)).document;
    const open = openShape(graph);
    expect(open?.fixes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['set-shape', 'use-dataset']),
    );
    const rows = imported(sequential(input([null]), dense('d', 2))).document;
    const row = openShape(rows.graph);
    expect(row).toMatchObject({ data: { shape: '?' } });
    expect(row?.fixes.map(({ code }) => code)).not.toContain('set-shape');
  });
});

describe('a functional model with a residual block', () => {
  it('keeps its branches and its count, as Keras 3 writes it', () => {
    const read = imported(fixture('residual.keras-3.json'));
    expect(read.missing).toEqual([]);
    const { graph } = read.document;
    const join = Object.keys(graph.nodes).find((id) => graph.nodes[id]?.kind === 'add');
    expect(graph.wires.filter(({ to }) => to === join).length).toBe(2);
    expect(countOf(read.document)).toBe(RESIDUAL_COUNT);
    expect(compile(graph, catalogue).problems.map(({ code }) => code)).toEqual(['no-data']);
  });

  it('takes its loss and its optimiser along, and trains when it has data', () => {
    const { document } = imported(fixture('residual.keras-3.json'));
    expect(document.training.optimizer).toMatchObject({ type: 'adam', learningRate: 0.002 });
    expect(Object.values(document.graph.nodes).at(-1)?.params).toMatchObject({
      type: 'categoricalCrossentropy',
    });
    const graph = structuredClone(document.graph);
    graph.nodes['inputShape1'] = { kind: 'images', params: { dataset: 'mnist' } };
    const { ir, problems } = compile(graph, catalogue, 32);
    expect(problems.filter(({ blocking }) => blocking)).toEqual([]);
    expect(ir?.loss.spec).toMatchObject({ type: 'categoricalCrossentropy' });
  });

  it('is the same in the form of Keras 2', () => {
    const read = imported(
      functional(
        [
          [input([8, 8, 8])],
          [conv('a', { activation: 'relu' }), 'input_1'],
          [conv('b'), 'a'],
          [{ class_name: 'Add', config: { name: 'sum' } }, 'b', 'input_1'],
          [{ class_name: 'Activation', config: { name: 'act', activation: 'relu' } }, 'sum'],
        ],
        ['act'],
      ),
    );
    expect(kindsOf(read)).toEqual(['inputShape', 'conv2d', 'relu', 'conv2d', 'add', 'relu']);
    const { wires } = read.document.graph;
    expect(wires.map(({ from, to }) => `${from}>${to}`)).toEqual([
      'inputShape1>conv2d1',
      'conv2d1>relu1',
      'relu1>conv2d2',
      'conv2d2>add1',
      'inputShape1>add1',
      'add1>relu2',
    ]);
    expect(countOf(read.document)).toBe(2 * (3 * 3 * 8 * 8 + 8));
  });
});

describe('a model within a model', () => {
  const base = {
    class_name: 'Functional',
    config: {
      ...functional([[input([4])], [dense('d', 3), 'input_1'], [dense('e', 2), 'd']], ['e']).config,
      name: 'base',
    },
  };

  it('is laid out with its name before those of its layers', () => {
    const read = imported(sequential(base, dense('head', 1)));
    expect(Object.keys(shapesByName(read.document))).toEqual([
      'base/input_1',
      'base/d',
      'base/e',
      'head',
    ]);
    expect(countOf(read.document)).toBe(4 * 3 + 3 + 3 * 2 + 2 + 2 + 1);
  });

  it('is fed by what feeds it, and gives what its output gives', () => {
    const model = functional(
      [[input([4], 'x')], [base, 'x'], [dense('head', 1), 'base']],
      ['head'],
    );
    // Keras counts the making of the inner model as its first use.
    const head = model.config.layers[2] as { inbound_nodes: unknown };
    head.inbound_nodes = [[['base', 1, 0, {}]]];
    const read = imported(model);
    expect(kindsOf(read)).toEqual(['inputShape', 'dense', 'dense', 'dense']);
    expect(read.document.graph.wires.map(({ from, to }) => `${from}>${to}`)).toEqual([
      'inputShape1>dense1',
      'dense1>dense2',
      'dense2>dense3',
    ]);
  });

  it.each([0, 1])('used twice is fed and read at each use, numbered from %i', (first) => {
    const shared = functional([[input([4], 'in')], [conv('c'), 'in']], ['c']);
    const inner = { ...shared, config: { ...shared.config, name: 'inner' } };
    const use = (name: string, node: number) => [[[name, node, 0, {}]]];
    const layers = [
      { ...input([8, 8, 1], 'x'), name: 'x', inbound_nodes: [] },
      { ...input([6, 6, 1], 'y'), name: 'y', inbound_nodes: [] },
      { ...inner, name: 'inner', inbound_nodes: [...use('x', 0), ...use('y', 0)] },
      { ...dense('ofX', 1), name: 'ofX', inbound_nodes: use('inner', first) },
      { ...dense('ofY', 1), name: 'ofY', inbound_nodes: use('inner', first + 1) },
    ];
    const outputs = ['ofX', 'ofY'].map((name) => [name, 0, 0]);
    const { graph } = imported({
      class_name: 'Functional',
      config: { name: 'm', layers, input_layers: [], output_layers: outputs },
    }).document;
    const feeder = (name: string): string | undefined => {
      const [id] = Object.entries(graph.nodes).find(([, node]) => node.name === name) ?? [];
      const [wire] = graph.wires.filter(({ to }) => to === id);
      return graph.nodes[wire?.from ?? '']?.name;
    };
    expect(feeder('ofX')).toBe('inner/c');
    expect(feeder('ofY')).toBe('inner/c (2)');
    expect(feeder('inner/c')).toBe('x');
    expect(feeder('inner/c (2)')).toBe('y');
  });

  it('used twice shares its weights, which is said and not made up', () => {
    const model = functional(
      [
        [input([4], 'x')],
        [input([4], 'y')],
        [dense('twin', 3), 'x'],
        [{ class_name: 'Concatenate', config: { name: 'both', axis: -1 } }, 'twin', 'twin'],
      ],
      ['both'],
    );
    const [, , twin, both] = model.config.layers as { inbound_nodes: unknown }[];
    if (twin) twin.inbound_nodes = [[['x', 0, 0, {}]], [['y', 0, 0, {}]]];
    if (both)
      both.inbound_nodes = [
        [
          ['twin', 0, 0, {}],
          ['twin', 1, 0, {}],
        ],
      ];
    const read = imported(model);
    expect(read.missing).toMatchObject([{ layer: 'Dense', reason: 'shared' }]);
    expect(kindsOf(read)).toEqual([
      'inputShape',
      'inputShape',
      'dense',
      'Keras Dense',
      'concatenate',
    ]);
  });
});

describe('what this page does not have', () => {
  it('stands as a placeholder that names the layer, and is saved untouched', () => {
    const config = { name: 'rnn', units: 7, recurrent_activation: 'sigmoid' };
    const read = imported(
      sequential(input([10, 4]), { class_name: 'LSTM', config }, dense('head', 1)),
    );
    expect(read.missing).toEqual([{ name: 'rnn', layer: 'LSTM', reason: 'kind' }]);
    const { graph } = read.document;
    expect(graph.nodes['foreign1']).toMatchObject({
      kind: 'Keras LSTM',
      name: 'rnn',
      params: config,
    });
    const { problems, shapes } = compile(graph, catalogue);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'foreign-kind', at: { node: 'foreign1' } }),
    );
    expect(shapes.has('dense1')).toBe(false);
    expect(parseDocument(JSON.parse(printDocument(read.document)))).toEqual({
      ok: true,
      value: read.document,
    });
  });

  it.each([
    ['dilation_rate', [2, 2], '[2,2]'],
    ['groups', 4, '4'],
    ['data_format', 'channels_first', '"channels_first"'],
    ['padding', 'causal', '"causal"'],
    [
      'kernel_constraint',
      { class_name: 'MaxNorm', config: {} },
      '{"class_name":"MaxNorm","config":{}}',
    ],
    ['strides', 'two', '"two"'],
    ['kernel_size', [3], undefined],
  ])('names the option %s', (option, value, shown) => {
    const read = imported(sequential(input([8, 8, 1]), conv('c', { [option]: value })));
    expect(read.missing).toEqual(
      shown === undefined
        ? []
        : [{ name: 'c', layer: 'Conv2D', reason: 'option', option, value: shown }],
    );
  });

  it.each([
    [{ class_name: 'Softmax', config: { axis: 1 } }, [4, 4, 2], 'axis'],
    [{ class_name: 'BatchNormalization', config: { axis: [1] } }, [4, 4, 2], 'axis'],
    [{ class_name: 'ReLU', config: { max_value: 6 } }, [4], 'max_value'],
    [{ class_name: 'Dropout', config: { rate: 0.5, noise_shape: [1] } }, [4], 'noise_shape'],
    [{ class_name: 'ELU', config: { alpha: 2 } }, [4], 'alpha'],
    [
      {
        class_name: 'ZeroPadding2D',
        config: {
          padding: [
            [0, 1],
            [0, 1],
          ],
        },
      },
      [4, 4, 1],
      'padding',
    ],
    [{ class_name: 'Dense', config: {} }, [4], 'units'],
  ])('%j is refused by its option', (layer, shape, option) => {
    expect(imported(sequential(input(shape), layer)).missing).toMatchObject([
      { reason: 'option', option },
    ]);
  });

  it.each([
    [{ class_name: 'BatchNormalization', config: { axis: [3] } }, [4, 4, 2]],
    [{ class_name: 'BatchNormalization', config: { axis: 1 } }, [4]],
    [
      {
        class_name: 'ZeroPadding2D',
        config: {
          padding: [
            [3, 3],
            [2, 2],
          ],
        },
      },
      [4, 4, 1],
    ],
    [
      { class_name: 'UpSampling2D', config: { size: [2, 2], interpolation: 'bilinear' } },
      [4, 4, 1],
    ],
  ])('%j is taken', (layer, shape) => {
    expect(imported(sequential(input(shape), layer)).missing).toEqual([]);
  });

  it('tells of frozen layers, other starts and more outputs', () => {
    const start = { class_name: 'Orthogonal', config: {} };
    const read = imported(
      functional(
        [
          [input([4])],
          [dense('a', 2, { trainable: false, kernel_initializer: start }), 'input_1'],
          [dense('b', 2), 'input_1'],
        ],
        ['a', 'b'],
      ),
    );
    expect(read.notes).toEqual([
      { code: 'outputs', count: 2 },
      { code: 'starts', count: 1 },
      { code: 'frozen', count: 1 },
    ]);
  });

  it('hard sigmoid is another function in Keras 3', () => {
    const model = sequential(input([4]), dense('d', 2, { activation: 'hard_sigmoid' }));
    expect(kindsOf(imported(model))).toEqual(['inputShape', 'dense', 'hardSigmoid']);
    expect(imported({ ...model, module: 'keras' }).missing).toMatchObject([
      { layer: 'hard_sigmoid', reason: 'kind' },
    ]);
  });
});

describe('older and hand-written forms', () => {
  it('reads a list of layers, and a shape that the first layer says', () => {
    const first = { ...dense('d', 3, { batch_input_shape: [null, 5] }) };
    const read = imported({ class_name: 'Sequential', config: [first, dense('e', 1)] });
    expect(kindsOf(read)).toEqual(['inputShape', 'dense', 'dense']);
    expect(countOf(read.document)).toBe(5 * 3 + 3 + 3 + 1);
  });
});

describe('broken and hostile files', () => {
  it('are refused with a reason', () => {
    const circle = functional([[input([4])], [dense('a', 2), 'b'], [dense('b', 2), 'a']], ['b']);
    expect(refusal(circle)).toBe('circle');
    expect(refusal(sequential())).toBe('no-layers');
    expect(refusal(sequential(...Array.from({ length: 2100 }, (_, i) => dense(`d${i}`, 1))))).toBe(
      'too-many-layers',
    );
    expect(refusal({ format: 'graph-model', modelTopology: { node: [] } })).toBe('graphModel');
    for (const none of [null, 3, [], {}, { class_name: 'Dense' }, { class_name: 'Model' }]) {
      expect(['not-a-model', 'no-layers']).toContain(refusal(none));
    }
  });

  it('names of any kind are only names', () => {
    const hostile = [
      '__proto__',
      'constructor',
      '<img src=x onerror=alert(1)>',
      'a'.repeat(5000),
      '\u202e\n',
    ];
    const layers = hostile.map((name) => ({ class_name: name, config: { name, [name]: 1 } }));
    const read = imported(sequential(input([4]), ...layers));
    expect(read.missing.length).toBe(hostile.length);
    const again = parseDocument(JSON.parse(printDocument(read.document)));
    expect(again.ok).toBe(true);
    expect(() => compile(read.document.graph, catalogue)).not.toThrow();
  });

  it('a layer that is fed by nothing that is there has an open input', () => {
    const read = imported(functional([[input([4])], [dense('a', 2), 'gone']], ['a']));
    expect(compile(read.document.graph, catalogue).problems).toContainEqual(
      expect.objectContaining({ code: 'open-input' }),
    );
  });
});

const RESIDUAL_COUNT = 1362;

it('a model of models that use each other twice at every depth is refused at once', () => {
  let model: object = { class_name: 'Functional', config: { name: 'm', layers: [] } };
  for (let depth = 0; depth < 30; depth++) {
    const inner = { ...model, name: `m${depth}`, inbound_nodes: [[], []] };
    model = { class_name: 'Functional', config: { name: `m${depth}`, layers: [inner] } };
  }
  const read = readModelValue(model, catalogue.layers);
  expect(!read.ok && read.error.code).toBe('too-many-layers');
});

describe('options that are not taken over', () => {
  const dense = {
    class_name: 'Dense',
    config: { name: 'd', units: 2, batch_input_shape: [null, 3] },
  };
  const compiledWith = (optimizer: object, loss: object) =>
    imported({
      class_name: 'Sequential',
      config: { name: 'm', layers: [dense] },
      compile_config: { optimizer, loss },
    }).notes;
  const loss = (config: object) => ({ class_name: 'CategoricalCrossentropy', config });

  it('are named: schedules, decay, clipping, betas, smoothed labels', () => {
    const config = {
      learning_rate: { class_name: 'CosineDecay', config: { initial_learning_rate: 0.01 } },
      weight_decay: 0.004,
      clipnorm: 1,
      beta_1: 0.8,
      beta_2: 0.9990000128746033,
    };
    expect(compiledWith({ class_name: 'Adam', config }, loss({ label_smoothing: 0.1 }))).toEqual([
      { code: 'options', list: 'learning_rate, weight_decay, clipnorm, beta_1, label_smoothing' },
    ]);
    const rms = { class_name: 'RMSprop', config: { learning_rate: 0.01, rho: 0.9, momentum: 0.5 } };
    expect(compiledWith(rms, loss({}))).toEqual([{ code: 'options', list: 'momentum' }]);
    const plain = { class_name: 'SGD', config: { learning_rate: 0.01, momentum: 0.5 } };
    expect(compiledWith(plain, loss({ label_smoothing: 0 }))).toEqual([]);
  });

  it('of layers are read or named', () => {
    const { document, notes } = imported({
      class_name: 'Sequential',
      config: {
        name: 'm',
        layers: [
          {
            class_name: 'SeparableConv2D',
            config: {
              name: 's',
              filters: 2,
              kernel_size: [3, 3],
              batch_input_shape: [null, 8, 8, 1],
              pointwise_initializer: { class_name: 'HeNormal', config: {} },
            },
          },
          { class_name: 'UpSampling2D', config: { name: 'u', interpolation: 'bilinear' } },
        ],
      },
    });
    const separable = Object.values(document.graph.nodes).find(({ name }) => name === 's');
    expect(separable?.params).toMatchObject({ pointwiseInitialiser: { type: 'heNormal' } });
    expect(notes).toEqual([{ code: 'options', list: 'interpolation = bilinear' }]);
  });
});
