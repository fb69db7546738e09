import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { type SlidingWindow, windowAt } from '../../src/core/reading.ts';
import { windowSum } from '../../src/core/window-sum.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { createTfjsExecutor } from '../../src/engine/tfjs/executor.ts';
import { layerCatalogue } from '../../src/layers/index.ts';
import { receptiveField } from '../../src/visualisations/layer-maps/receptive-field.ts';
import { normaliseDrawing } from '../../src/visualisations/sample/normalise-drawing.ts';
import { chain, type Sketch } from '../support/graphs.ts';
import { lowered } from '../support/lowered.ts';
import { tf } from '../support/tf.ts';

beforeAll(async () => {
  await tf.core.setBackend('cpu');
});

const side = fc.integer({ min: 1, max: 7 });
const drawn = fc.record({
  height: side,
  width: side,
  channels: fc.integer({ min: 1, max: 4 }),
  filters: fc.integer({ min: 1, max: 3 }),
  size: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
  strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  padding: fc.constantFrom('same' as const, 'valid' as const),
  seed: fc.integer({ min: 0, max: 1e6 }),
});

const fits = ({
  height,
  width,
  size,
  padding,
}: typeof drawn extends fc.Arbitrary<infer T> ? T : never) =>
  padding === 'same' || (size[0] <= height && size[1] <= width);

function tensor(shape: number[], seed: number, purpose: string) {
  const random = createRandom(seed).fork(purpose);
  const size = shape.reduce((product, axis) => product * axis, 1);
  return { shape, values: Float32Array.from({ length: size }, () => random.normal()) };
}

describe('the arithmetic that is shown', () => {
  it.each(['convolve', 'depthwise', 'max', 'mean'] as const)(
    'is what the layer computes: %s, at every place, with strides, padding, even kernels, several channels',
    (does) => {
      fc.assert(
        fc.property(drawn.filter(fits), (w) => {
          const { core } = tf;
          const input = tensor([w.height, w.width, w.channels], w.seed, 'input');
          const kernel = tensor([...w.size, w.channels, w.filters], w.seed, 'kernel');
          const maps =
            does === 'convolve'
              ? w.filters
              : does === 'depthwise'
                ? w.channels * w.filters
                : w.channels;
          const bias = tensor([maps], w.seed, 'bias');
          const window: SlidingWindow = { ...w, does };
          // tfjs's depthwise convolution knows one stride only.
          const strides =
            does === 'depthwise' ? ([w.strides[0], w.strides[0]] as const) : w.strides;
          const expected = core.tidy(() => {
            const x = core.tensor4d(input.values, [1, w.height, w.width, w.channels]);
            const k = core.tensor4d(kernel.values, [...w.size, w.channels, w.filters]);
            const b = core.tensor1d(bias.values);
            const step: [number, number] = [...strides];
            const result =
              does === 'convolve'
                ? core.add(core.conv2d(x, k, step, w.padding), b)
                : does === 'depthwise'
                  ? core.add(core.depthwiseConv2d(x, k, step, w.padding), b)
                  : does === 'max'
                    ? core.maxPool(x, w.size, step, w.padding)
                    : core.avgPool(x, w.size, step, w.padding);
            return { shape: result.shape, values: result.dataSync() };
          });
          const [, rows = 0, columns = 0] = expected.shape;
          const weights = does === 'convolve' || does === 'depthwise' ? [kernel, bias] : [];
          for (let y = 0; y < rows; y++) {
            for (let x = 0; x < columns; x++) {
              for (let map = 0; map < maps; map++) {
                const sum = windowSum(input, weights, { ...window, strides }, { y, x, map });
                const wanted = expected.values[(y * columns + x) * maps + map] ?? Number.NaN;
                expect(Math.abs(sum.result - wanted)).toBeLessThan(1e-4);
              }
            }
          }
        }),
        { numRuns: 60, seed: 4 },
      );
    },
  );

  it('pads an even kernel at the bottom and the right only', () => {
    const window = { size: [2, 2], strides: [1, 1], padding: 'same', does: 'convolve' } as const;
    expect(windowAt([3, 3, 1], window, 0, 0)).toEqual({ top: 0, left: 0, bottom: 2, right: 2 });
    expect(windowAt([3, 3, 1], window, 2, 2)).toEqual({ top: 2, left: 2, bottom: 4, right: 4 });
  });
});

describe('the receptive field', () => {
  const reading = (kind: string, params: Readonly<Record<string, unknown>>) => {
    const found = layerCatalogue.get(kind);
    return found?.role === 'compute' ? found.reading?.(params) : undefined;
  };

  const networks = {
    'strides, pooling and even kernels': [
      ['conv2d', { filters: 1, kernel: [3, 3] }],
      ['tanh'],
      ['averagePool', {}],
      ['conv2d', { filters: 1, kernel: [2, 2], strides: [2, 1], padding: 'valid' }],
    ],
    'a border': [
      ['zeroPadding', { border: [2, 1] }],
      ['conv2d', { filters: 1, kernel: [3, 3], padding: 'valid' }],
    ],
    'a separable and a depthwise convolution': [
      ['separableConv2d', { filters: 1, kernel: [2, 3], stride: 2 }],
      ['depthwiseConv2d', { kernel: [2, 2] }],
    ],
    'repeated pixels': [
      ['upSampling', { size: [2, 3] }],
      ['conv2d', { filters: 1, kernel: [2, 2], padding: 'valid' }],
    ],
    'a transposed convolution, padded': [
      ['conv2dTranspose', { filters: 1, kernel: [3, 2], strides: [2, 2] }],
    ],
    'a transposed convolution, not padded': [
      ['conv2dTranspose', { filters: 1, kernel: [3, 4], strides: [1, 2], padding: 'valid' }],
    ],
    'softmax over channels, and the whole of a map': [
      ['conv2d', { filters: 2, kernel: [2, 2] }],
      ['softmax'],
    ],
  } as const;

  it.each(Object.entries(networks))('is what a pixel really depends on: %s', async (_, layers) => {
    const network = lowered(
      chain(
        ['images', { dataset: 'shapes', size: 9 }],
        ...(layers as readonly Sketch[]),
        ['flatten'],
        ['dense', { units: 3 }],
        ['softmax'],
        ['loss', { type: 'categoricalCrossentropy' }],
      ),
    );
    const id = `n${layers.length}`;
    const [rows = 0, columns = 0, channels = 0] =
      network.nodes.find((node) => node.id === id)?.outputShape ?? [];
    const executor = createTfjsExecutor(tf, network, layerCatalogue);
    executor.writeWeights(initialWeights(network, 3));
    const valuesFor = async (images: Float32Array, count: number): Promise<Float32Array> =>
      (await executor.outputs(images, count, [id]))[id] ?? new Float32Array(0);
    const ground = await valuesFor(new Float32Array(144), 1);
    // One image for every pixel, with that pixel lit.
    const lit = new Float32Array(144 * 144);
    for (let i = 0; i < 144; i++) lit[i * 145] = 1;
    const values = await valuesFor(lit, 144);
    const size = rows * columns * channels;
    for (const at of [
      { y: 0, x: 0 },
      { y: 1, x: 2 },
      { y: rows >> 1, x: columns >> 1 },
      { y: rows - 1, x: columns - 1 },
    ]) {
      const region = receptiveField(network, reading, id, at);
      if (!region) throw new Error('no region');
      const place = (at.y * columns + at.x) * channels;
      for (let i = 0; i < 144; i++) {
        const [y, x] = [Math.floor(i / 12), i % 12];
        const inside = y >= region.top && y < region.bottom && x >= region.left && x < region.right;
        const moved = Math.abs((values[i * size + place] ?? 0) - (ground[place] ?? 0)) > 1e-9;
        expect(moved, `${at.y}, ${at.x} on pixel ${y}, ${x}`).toBe(inside);
      }
    }
    executor.dispose();
  });

  it('is not claimed where a layer on the way does not say how it reads', () => {
    const network = lowered(
      chain(
        ['images', { dataset: 'shapes', size: 9 }],
        ['layerNormalisation'],
        ['conv2d', { filters: 1 }],
        ['flatten'],
        ['dense', { units: 3 }],
        ['softmax'],
        ['loss', { type: 'categoricalCrossentropy' }],
      ),
    );
    expect(receptiveField(network, () => undefined, 'n2', { y: 1, x: 1 })).toBeUndefined();
  });
});

describe('a drawing', () => {
  const blank = () => ({ height: 100, width: 100, values: new Float32Array(10_000) });

  it('fills 20 of 28 pixels and has its centre of mass in the middle, wherever it was drawn', () => {
    const drawing = blank();
    for (let y = 10; y < 50; y++) for (let x = 60; x < 64; x++) drawing.values[y * 100 + x] = 1;
    const image = normaliseDrawing(drawing, 28, 28);
    if (!image) throw new Error('no image');
    const rows = Array.from({ length: 28 }, (_, y) =>
      image.values.subarray(28 * y, 28 * y + 28).reduce((sum, value) => sum + value, 0),
    );
    expect(rows.filter((sum) => sum > 0).length).toBe(20);
    const total = rows.reduce((sum, value) => sum + value, 0);
    const middle = rows.reduce((sum, value, y) => sum + y * value, 0) / total;
    expect(Math.abs(middle - 13.5)).toBeLessThanOrEqual(0.5);
    expect(Math.max(...image.values)).toBe(1);
  });

  it('that is empty gives nothing', () => {
    expect(normaliseDrawing(blank(), 28, 28)).toBeUndefined();
  });
});
