import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../src/core/shape.ts';
import { languages } from '../../src/core/words.ts';
import { loadData } from '../../src/engine/data/data.ts';
import { createFusedExecutor } from '../../src/engine/fused/executor.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { createTfjsExecutor } from '../../src/engine/tfjs/executor.ts';
import type { ComputeKind } from '../../src/layers/define-layer.ts';
import { firstKinds } from '../../src/layers/first.ts';
import { layerCatalogue, layerKinds } from '../../src/layers/index.ts';
import { paramMeta } from '../../src/layers/params.ts';
import { allKinds, fullCatalogue } from '../../src/layers/tensors/index.ts';
import { catalogue } from '../support/catalogue.ts';
import { networkAround } from '../support/kind-networks.ts';
import { lowered } from '../support/lowered.ts';
import { tf } from '../support/tf.ts';

const computing = layerKinds.filter((kind): kind is ComputeKind => kind.role === 'compute');
const examples = computing.flatMap((kind) =>
  kind.examples.map((example, i) => ({ name: `${kind.kind} example ${i + 1}`, kind, example })),
);

it('the kinds of the first screen stand in the palette as they will when all are there', () => {
  expect(firstKinds).toEqual(layerKinds.filter((kind) => firstKinds.includes(kind)));
  expect(firstKinds.length).toBeLessThan(layerKinds.length);
});

describe('every layer kind', () => {
  it('has a name of its own', () => {
    expect(fullCatalogue.size).toBe(allKinds.length);
  });

  it.each(allKinds)('$kind: its defaults are valid, and every parameter can be edited', (kind) => {
    const defaults = kind.params.parse({});
    for (const [name, field] of Object.entries(kind.params.shape)) {
      expect(paramMeta.get(field), `${kind.kind}.${name}`).toBeDefined();
      expect(defaults).toHaveProperty(name);
    }
  });

  it.each(allKinds)('$kind: has its words in every language', (kind) => {
    const params = kind.params.parse({});
    const { help, title } = kind;
    for (const language of languages) {
      for (const words of [title, help.what, help.rule, kind.face(params)]) {
        if (words) expect(words[language].trim()).not.toBe('');
      }
    }
    expect(kind.help.formula).not.toBe('');
    expect(/[가-힣]/.test(help.what.ko)).toBe(true);
  });

  it.each(computing)('$kind: has examples', (kind) => {
    expect(kind.examples.length).toBeGreaterThanOrEqual(2);
  });
});

describe('declared, inferred and real agree', () => {
  it.each(examples)('$name', async ({ kind, example }) => {
    const params = kind.params.parse(example.params);
    const inferred = kind.infer(params, example.inputs);
    expect(inferred).toEqual({ ok: true, value: example.output });

    await tf.core.setBackend('cpu');
    const before = tf.core.memory().numTensors;
    const layer = kind.build({ tf, name: 'it', nextSeed: () => 1 }, params);
    const inputs = example.inputs.map((shape) => tf.layers.input({ shape: [...shape] }));
    const [first] = inputs;
    const output = layer.apply(inputs.length === 1 && first ? first : inputs) as SymbolicTensor;
    expect(output.shape).toEqual([null, ...example.output]);

    const specs = kind.weights(params, example.inputs);
    expect(specs.map(({ shape }) => shape)).toEqual(layer.weights.map(({ shape }) => shape));
    expect(specs.filter(({ trainable }) => trainable).length).toBe(layer.trainableWeights.length);
    expect(specs.reduce((total, { shape }) => total + sizeOf(shape), 0)).toBe(example.weights);
    expect(layer.countParams()).toBe(example.weights);

    const rows = 3;
    const real = tf.core.tidy(() => {
      const tensors = example.inputs.map((shape) => tf.core.ones([rows, ...shape]));
      const [only] = tensors;
      const result = layer.apply(tensors.length === 1 && only ? only : tensors, { training: true });
      return (result as { shape: number[] }).shape;
    });
    expect(real).toEqual([rows, ...example.output]);
    layer.dispose();
    expect(tf.core.memory().numTensors).toBe(before);
  });
});

describe('a fused operation is the layer that tfjs builds', () => {
  const stated = computing.filter(({ operation }) => operation);

  it('is stated by most kinds', () => {
    expect(stated.length).toBeGreaterThan(computing.length / 2);
  });

  it.each(stated)('$kind', async (kind) => {
    await tf.core.setBackend('cpu');
    const graph = networkAround(kind, true);
    // What is drawn at random cannot agree draw by draw.
    const silenced = Object.keys(kind.params.shape)
      .filter((name) => name === 'rate' || name === 'deviation')
      .map((name) => [name, 0]);
    const params = { ...graph.nodes['it']?.params, ...Object.fromEntries(silenced) };
    const ir = lowered({ ...graph, nodes: { ...graph.nodes, it: { kind: kind.kind, params } } });
    const { train } = loadData(ir, 0, catalogue.datasets);
    const results: number[][] = [];
    for (const executor of [
      createFusedExecutor(ir, train.rows),
      createTfjsExecutor(tf, ir, layerCatalogue),
    ]) {
      executor.writeWeights(initialWeights(ir, 2));
      executor.configure({ type: 'sgd', learningRate: 0.1, momentum: 0 });
      await executor.step(train);
      await executor.step(train);
      const weights = Object.values(await executor.readWeights()).flat();
      const output = await executor.forward(train.x, train.rows, 'it');
      results.push([...weights, output].flatMap((values) => [...values]));
      executor.dispose();
    }
    const [fused = [], reference = []] = results;
    expect(fused.length).toBe(reference.length);
    for (const [i, value] of fused.entries()) {
      expect(Math.abs(value - (reference[i] ?? Number.NaN))).toBeLessThan(1e-5);
    }
  });
});
