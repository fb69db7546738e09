import type { LayersModel } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { createFusedExecutor } from '../../src/engine/fused/executor.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { createTfjsExecutor } from '../../src/engine/tfjs/executor.ts';
import type { Json } from '../../src/importers/json.ts';
import { readModel } from '../../src/importers/read-model.ts';
import type { Imported } from '../../src/importers/report.ts';
import { readStoredWeights } from '../../src/importers/stored-weights.ts';
import { layerCatalogue } from '../../src/layers/index.ts';
import { lowered } from '../support/lowered.ts';
import { tf } from '../support/tf.ts';

/** A model as TensorFlow.js saves it: `model.json` and the files beside it. */
async function saved(model: LayersModel, parts = 1) {
  let file: Json = {};
  let data = new Uint8Array();
  await model.save({
    save: async (artifacts) => {
      data = new Uint8Array(artifacts.weightData as ArrayBuffer);
      const paths = Array.from({ length: parts }, (_, i) => `./group1-shard${i + 1}of${parts}.bin`);
      file = {
        modelTopology: artifacts.modelTopology,
        format: 'layers-model',
        weightsManifest: [{ paths, weights: artifacts.weightSpecs }],
      };
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    },
  });
  const size = Math.ceil(data.length / parts);
  const beside = Array.from({ length: parts }, (_, i) => ({
    path: `a folder/group1-shard${i + 1}of${parts}.bin`,
    bytes: async () => data.slice(i * size, (i + 1) * size),
  }));
  return { file: JSON.parse(JSON.stringify(file)) as Json, beside };
}

async function imported(
  file: Json,
  beside: Parameters<typeof readStoredWeights>[1],
): Promise<Imported> {
  const read = await readModel(file, beside, layerCatalogue);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** Weights of every kind, moving statistics among them, as training would leave them. */
function shake(model: LayersModel): void {
  model.setWeights(
    model
      .getWeights()
      .map((weight, i) => tf.core.randomUniform(weight.shape, 0.1, 0.9, 'float32', i + 1)),
  );
}

/** An image network with a branch. */
function imageModel(): LayersModel {
  const { layers } = tf.layers;
  const input = tf.layers.input({ shape: [28, 28, 1] });
  const a = layers
    .conv2d({ filters: 3, kernelSize: 3, strides: 2, activation: 'relu' })
    .apply(input);
  const b = layers.batchNormalization({}).apply(a);
  const c = layers.separableConv2d({ filters: 3, kernelSize: 3, padding: 'same' }).apply(b);
  const d = layers.add().apply([b, c] as Parameters<ReturnType<typeof layers.add>['apply']>[0]);
  const e = layers.maxPooling2d({ poolSize: 2 }).apply(d);
  const f = layers.flatten().apply(e);
  const g = layers.layerNormalization({}).apply(f);
  const h = layers.dense({ units: 10, activation: 'softmax' }).apply(g);
  return tf.layers.model({ inputs: input, outputs: h as ReturnType<typeof tf.layers.input> });
}

describe('a model that TensorFlow.js saved', () => {
  it('gives the same predictions here, from weights in several files', async () => {
    await tf.core.setBackend('cpu');
    const model = imageModel();
    shake(model);
    const { file, beside } = await saved(model, 3);
    const read = await imported(file, beside);
    expect(read.missing).toEqual([]);
    expect(read.notes).toEqual([{ code: 'weights', count: model.countParams() }]);

    const graph = structuredClone(read.document.graph);
    graph.nodes['inputShape1'] = { kind: 'images', params: { dataset: 'mnist' } };
    graph.nodes['loss1'] = { kind: 'loss', params: { type: 'categoricalCrossentropy' } };
    graph.wires.push({ id: 'last', from: 'softmax1', to: 'loss1' });
    const ir = lowered(graph, 32);
    const x = tf.core.randomUniform([4, 28, 28, 1], 0, 1, 'float32', 5);
    const expected = await (model.predict(x) as typeof x).data();
    const executor = createTfjsExecutor(tf, ir, layerCatalogue);
    executor.writeWeights(initialWeights(ir, 1));
    const got = await executor.forward((await x.data()) as Float32Array, 4);
    expect(got.length).toBe(40);
    for (const [i, value] of got.entries()) {
      expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 5);
    }
    executor.dispose();
  });

  it('gives the same predictions on the engine of our own', async () => {
    await tf.core.setBackend('cpu');
    const model = tf.layers.sequential({
      layers: [
        tf.layers.layers.dense({ units: 5, activation: 'tanh', inputShape: [2] }),
        tf.layers.layers.dense({ units: 1, activation: 'sigmoid' }),
      ],
    });
    shake(model);
    const { file, beside } = await saved(model);
    const read = await imported(file, beside);
    const graph = structuredClone(read.document.graph);
    graph.nodes['inputShape1'] = { kind: 'points', params: { dataset: 'xor' } };
    graph.nodes['loss1'] = { kind: 'loss', params: {} };
    graph.wires.push({ id: 'last', from: 'sigmoid1', to: 'loss1' });
    const ir = lowered(graph);
    const executor = createFusedExecutor(ir, 4);
    executor.writeWeights(initialWeights(ir, 1));
    const x = Float32Array.from([0, 0, 0, 1, 1, 0, 1, 1]);
    const got = await executor.forward(x, 4);
    const expected = await (
      model.predict(tf.core.tensor2d(x, [4, 2])) as ReturnType<typeof tf.core.tensor2d>
    ).data();
    for (const [i, value] of got.entries()) {
      expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 6);
    }
  });

  it('keeps its weights where Keras 3 named them by the models around their layers', async () => {
    const model = imageModel();
    const { file, beside } = await saved(model);
    const groups = file['weightsManifest'] as { weights: { name: string }[] }[];
    for (const { weights } of groups) {
      for (const weight of weights) weight.name = `functional_1/${weight.name}`;
    }
    expect((await imported(file, beside)).notes).toEqual([
      { code: 'weights', count: model.countParams() },
    ]);
  });

  describe('with layers of one name, in an inner model and around it', () => {
    const layer = { class_name: 'Dense', config: { name: 'dense', units: 2, use_bias: false } };
    const input = { class_name: 'InputLayer', config: { name: 'x', batch_input_shape: [null, 2] } };
    const inner = { class_name: 'Sequential', config: { name: 'enc', layers: [layer] } };
    const model = {
      class_name: 'Sequential',
      config: { name: 'm', layers: [input, inner, layer] },
    };
    const startsWith = async (...names: string[]) => {
      const weights = names.map((name) => ({ name, shape: [2, 2], dtype: 'float32' }));
      const values = Float32Array.from(names.flatMap((_, i) => [i, i, i, i].map((n) => n + 1)));
      const file = { ...model, weightsManifest: [{ paths: ['w.bin'], weights }] };
      const bytes = async () => new Uint8Array(values.buffer);
      const { document, notes } = await imported(file, [{ path: 'w.bin', bytes }]);
      const starts = Object.values(document.graph.nodes).map(
        ({ params }) =>
          (params['kernelInitialiser'] as { values?: number[] } | undefined)?.values?.[0],
      );
      return { starts: starts.slice(1), notes };
    };

    it('gives each its own, named by the models around them', async () => {
      for (const names of [
        ['enc/dense/kernel', 'dense/kernel'],
        ['m/enc/dense/kernel', 'm/dense/kernel'],
      ]) {
        const { starts, notes } = await startsWith(...names);
        expect(starts).toEqual([1, 2]);
        expect(notes).toEqual([{ code: 'weights', count: 8 }]);
        expect((await startsWith(...names.toReversed())).starts).toEqual([2, 1]);
      }
    });

    it('says which gets none where a name does not say whose they are', async () => {
      const { starts, notes } = await startsWith('dense/kernel');
      expect(starts).toEqual([undefined, 1]);
      expect(notes).toEqual([
        { code: 'weights', count: 4 },
        { code: 'weights-layers', names: 'enc/dense' },
      ]);
    });
  });

  it('without its weights is a topology, and says which files to bring', async () => {
    const { file, beside } = await saved(imageModel(), 2);
    expect((await imported(file, beside.slice(1))).notes).toEqual([
      { code: 'weights-files', files: 'group1-shard1of2.bin' },
    ]);
  });

  it('says that weights are damaged, too many or of another model', async () => {
    const { file, beside } = await saved(imageModel());
    const short = beside.map(({ path, bytes }) => ({
      path,
      bytes: async () => (await bytes()).slice(0, 100),
    }));
    expect((await imported(file, short)).notes).toEqual([{ code: 'weights-damaged' }]);
    const weights = [{ name: 'conv/kernel', shape: [1000, 1000], dtype: 'float32' }];
    const large = { ...file, weightsManifest: [{ paths: ['x.bin'], weights }] };
    expect((await imported(large, [])).notes).toEqual([
      { code: 'weights-too-many', count: 1_000_000, limit: 250_000 },
    ]);
    const other = [{ name: 'elsewhere/kernel', shape: [1], dtype: 'float32' }];
    const strange = {
      ...file,
      weightsManifest: [{ paths: ['group1-shard1of1.bin'], weights: other }],
    };
    const { notes } = await imported(strange, beside);
    expect(notes.map(({ code }) => code)).toEqual(['weights-layers']);
  });
});

it('reads numbers that are packed into fewer bytes', async () => {
  const bytes = Uint8Array.from([0, 255, 0x00, 0x3c, 0x00, 0xc0]);
  const model = {
    weightsManifest: [
      {
        paths: ['w.bin'],
        weights: [
          {
            name: 'a/kernel',
            shape: [2],
            dtype: 'float32',
            quantization: { dtype: 'uint8', scale: 0.5, min: -1 },
          },
          { name: 'a/bias', shape: [2], dtype: 'float32', quantization: { dtype: 'float16' } },
        ],
      },
    ],
  };
  const read = await readStoredWeights(model, [{ path: 'w.bin', bytes: async () => bytes }]);
  expect(read).toMatchObject({ found: 'all' });
  if (read.found !== 'all') return;
  expect(read.layers.get('a')?.map(({ values }) => [...values])).toEqual([
    [-1, 126.5],
    [1, -2],
  ]);
});
