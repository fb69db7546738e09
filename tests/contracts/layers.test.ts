import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../src/core/shape.ts';
import { languages } from '../../src/core/words.ts';
import type { ComputeKind } from '../../src/layers/define-layer.ts';
import { layerCatalogue, layerKinds } from '../../src/layers/index.ts';
import { paramMeta } from '../../src/layers/params.ts';
import { tf } from '../support/tf.ts';

const computing = layerKinds.filter((kind): kind is ComputeKind => kind.role === 'compute');
const examples = computing.flatMap((kind) =>
  kind.examples.map((example, i) => ({ name: `${kind.kind} example ${i + 1}`, kind, example })),
);

describe('every layer kind', () => {
  it('has a name of its own', () => {
    expect(layerCatalogue.size).toBe(layerKinds.length);
  });

  it.each(layerKinds)(
    '$kind: its defaults are valid, and every parameter can be edited',
    (kind) => {
      const defaults = kind.params.parse({});
      for (const [name, field] of Object.entries(kind.params.shape)) {
        expect(paramMeta.get(field), `${kind.kind}.${name}`).toBeDefined();
        expect(defaults).toHaveProperty(name);
      }
    },
  );

  it.each(layerKinds)('$kind: has its words in every language', (kind) => {
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
