import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { sizeOf } from '../../src/core/shape.ts';
import { applyCommands } from '../../src/document/commands.ts';
import { parseDocument, printDocument } from '../../src/document/parse.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
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

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

function countOf({ graph }: GraphDocument): number {
  let total = 0;
  for (const { weights } of compile(graph, catalogue).shapes.values()) {
    for (const { shape } of weights) total += sizeOf(shape);
  }
  return total;
}

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

describe('older and hand-written forms', () => {
  it('reads a list of layers, and a shape that the first layer says', () => {
    const first = { ...dense('d', 3, { batch_input_shape: [null, 5] }) };
    const read = imported({ class_name: 'Sequential', config: [first, dense('e', 1)] });
    expect(kindsOf(read)).toEqual(['inputShape', 'dense', 'dense']);
    expect(countOf(read.document)).toBe(5 * 3 + 3 + 3 + 1);
  });
});

const RESIDUAL_COUNT = 1362;
