import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { parseDocument, printDocument } from '../../src/document/parse.ts';
import { readModelValue } from '../../src/importers/read-model.ts';
import { catalogue } from '../support/catalogue.ts';
import {
  conv,
  dense,
  functional,
  imported,
  input,
  kindsOf,
  sequential,
} from '../support/keras-models.ts';

const refusal = (model: unknown): string => {
  const read = readModelValue(model, catalogue.layers);
  return read.ok ? 'read' : read.error.code;
};

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
