import type { Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { derivativeOf } from '../../src/core/derivative.ts';
import { type Passage, pathsOfInput, pathsOfWeight } from '../../src/core/paths.ts';
import { createRandom } from '../../src/core/random.ts';
import { sizeOf } from '../../src/core/shape.ts';
import type { Values } from '../../src/core/window-sum.ts';
import type { ComputeKind, LayerExample } from '../../src/layers/define-layer.ts';
import { layerKinds } from '../../src/layers/index.ts';
import { tf } from '../support/tf.ts';

beforeAll(async () => {
  await tf.core.setBackend('cpu');
});

/** How far a number is moved; single precision leaves some three digits of a difference. */
const NUDGE = 2 ** -6;
/** Numbers of a tensor that are tried. */
const TRIED = 12;

const stated = (kind: ComputeKind, params: Readonly<Record<string, unknown>>) =>
  kind.derivative?.(params) ?? derivativeOf(kind.operation?.(params), kind.reading?.(params));

/** What is drawn at random has no difference: those kinds are tried with nothing drawn. */
const silenced = (kind: ComputeKind) =>
  Object.fromEntries(
    ['rate', 'deviation'].flatMap((name) => (name in kind.params.shape ? [[name, 0]] : [])),
  );

const cases = layerKinds
  .filter((kind): kind is ComputeKind => kind.role === 'compute')
  .flatMap((kind) =>
    kind.examples.map((example, i) => ({ name: `${kind.kind} example ${i + 1}`, kind, example })),
  )
  .map((each) => ({
    ...each,
    params: each.kind.params.parse({ ...each.example.params, ...silenced(each.kind) }),
  }))
  .filter(({ kind, params }) => stated(kind, params))
  // Enough of a layer is in its smaller examples.
  .filter(({ example }) => example.inputs.every((shape) => sizeOf(shape) <= 800));

/** A layer of a kind, with weights drawn at random, and what it gives. */
function layerOf(kind: ComputeKind, params: Record<string, unknown>, example: LayerExample) {
  const random = createRandom(3);
  const draw = (size: number) => Float32Array.from({ length: size }, () => random.normal());
  const inputs = example.inputs.map((shape) => ({ shape, values: draw(sizeOf(shape)) }));
  const weights = kind
    .weights(params, example.inputs)
    .map(({ shape }) => ({ shape, values: draw(sizeOf(shape)) }));
  const layer = kind.build({ tf, name: 'it', nextSeed: () => 1 }, params);
  layer.apply(
    inputs.length === 1
      ? tf.layers.input({ shape: [...(inputs[0]?.shape ?? [])] })
      : inputs.map(({ shape }) => tf.layers.input({ shape: [...shape] })),
  );
  const run = (from: readonly Values[], own: readonly Values[]): Float32Array =>
    tf.core.tidy(() => {
      const tensorOf = ({ shape, values }: Values, batch: readonly number[] = []) =>
        tf.core.tensor(Float32Array.from(values), [...batch, ...shape]);
      if (own.length > 0) layer.setWeights(own.map((each) => tensorOf(each)));
      const tensors = from.map((each) => tensorOf(each, [1]));
      const [first] = tensors;
      const output = layer.apply(tensors.length === 1 && first ? first : tensors, {
        training: true,
      });
      return Float32Array.from((output as Tensor).dataSync());
    });
  const output = { shape: example.output, values: run(inputs, weights) };
  const passage: Passage = { inputs, output, weights };
  return { passage, run, dispose: () => layer.dispose() };
}

const moved = (list: readonly Values[], which: number, index: number, by: number): Values[] =>
  list.map(({ shape, values }, i) => {
    const next = Float32Array.from(values);
    if (i === which) next[index] = (next[index] ?? 0) + by;
    return { shape, values: next };
  });

/** Some places of a tensor, evenly. */
const placesOf = ({ shape }: Values): number[] => {
  const size = sizeOf(shape);
  const count = Math.min(TRIED, size);
  return Array.from({ length: count }, (_, i) => Math.floor((i * size) / count));
};

describe('local derivatives are those of the layer itself', () => {
  it('are stated by most kinds', () => {
    const kinds = new Set(cases.map(({ kind }) => kind.kind));
    expect(kinds.size).toBeGreaterThan(20);
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'dense',
        'conv2d',
        'maxPool',
        'sigmoid',
        'softmax',
        'add',
        'concatenate',
      ]),
    );
  });

  it.each(cases)('$name', ({ kind, params, example }) => {
    const derivative = stated(kind, params);
    if (!derivative) throw new Error('not stated');
    const { passage, run, dispose } = layerOf(kind, params, example);
    const { inputs, weights } = passage;
    const compare = (
      paths: ReturnType<typeof pathsOfInput>,
      up: Float32Array,
      down: Float32Array,
      at: string,
    ) => {
      const slopes = new Float64Array(up.length);
      for (const path of paths) slopes[path.at] = (slopes[path.at] ?? 0) + path.slope;
      const off = slopes.map((slope, i) =>
        Math.abs(slope - ((up[i] ?? 0) - (down[i] ?? 0)) / (2 * NUDGE)),
      );
      expect(Math.max(...off), at).toBeLessThan(2e-3);
    };
    let tried = 0;
    inputs.forEach((input, which) => {
      for (const index of placesOf(input)) {
        const [up, down] = [NUDGE, -NUDGE].map((by) =>
          run(moved(inputs, which, index, by), weights),
        ) as [Float32Array, Float32Array];
        // Where a nudge goes over a corner, there is no slope to compare.
        const values = Array.from(passage.output.values);
        const bends = values.some((y, i) => Math.abs((up[i] ?? 0) + (down[i] ?? 0) - 2 * y) > 1e-3);
        if (bends) continue;
        tried += 1;
        compare(
          pathsOfInput(derivative, passage, which, index),
          up,
          down,
          `input ${which} [${index}]`,
        );
      }
    });
    expect(tried).toBeGreaterThan(0);
    weights.forEach((weight, tensor) => {
      for (const index of placesOf(weight)) {
        const paths = pathsOfWeight(derivative, passage, tensor, index);
        if (!paths) continue;
        const [up, down] = [NUDGE, -NUDGE].map((by) =>
          run(inputs, moved(weights, tensor, index, by)),
        ) as [Float32Array, Float32Array];
        compare(paths, up, down, `weight ${tensor} [${index}]`);
      }
    });
    dispose();
  });
});
