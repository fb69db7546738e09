import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { registerKernels } from '../../src/engine/tfjs/kernels/index.ts';
import type { Tf } from '../../src/layers/define-layer.ts';

type Sides = readonly [number, number];
type Make = (shape: number[], purpose: string) => Tensor;

const side = fc.integer({ min: 1, max: 9 });
const sides = fc.tuple(side, side);
const window = fc.record({
  images: fc.integer({ min: 1, max: 3 }),
  input: sides,
  channels: fc.integer({ min: 1, max: 9 }),
  filters: fc.integer({ min: 1, max: 13 }),
  kernel: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
  strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  dilations: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
  pad: fc.constantFrom('same' as const, 'valid' as const),
});
type Window = typeof window extends fc.Arbitrary<infer T> ? T : never;

const fits = ({ input, kernel, pad, dilations }: Window, dilated: boolean): boolean =>
  pad === 'same' ||
  [0, 1].every((i) => {
    const reach = dilated ? ((kernel[i] ?? 1) - 1) * (dilations[i] ?? 1) + 1 : (kernel[i] ?? 1);
    return reach <= (input[i] ?? 0);
  });

/** Holds our wasm kernels against tfjs's cpu backend, over random shapes. */
export function describeKernels(tf: Tf): void {
  const { core } = tf;
  registerKernels(core);

  /** Runs the same on both backends; tensors are drawn from the seed, the same for both. */
  async function compare(seed: number, run: (make: Make) => Tensor | Tensor[]): Promise<void> {
    const results: Float32Array[][] = [];
    for (const backend of ['cpu', 'wasm']) {
      await core.setBackend(backend);
      const before = core.memory().numTensors;
      const outputs = core.tidy(() => {
        const make: Make = (shape, purpose) => {
          const random = createRandom(seed).fork(purpose);
          const size = shape.reduce((product, axis) => product * axis, 1);
          return core.tensor(
            Float32Array.from({ length: size }, () => random.normal()),
            shape,
          );
        };
        return [run(make)].flat().map((tensor) => tensor.dataSync() as Float32Array);
      });
      results.push(outputs);
      expect(core.memory().numTensors).toBe(before);
    }
    const [wanted = [], got = []] = results;
    for (const [i, values] of wanted.entries()) {
      const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
      expect(got[i]?.length).toBe(values.length);
      const off = values.reduce(
        (most, value, at) => Math.max(most, Math.abs(value - (got[i]?.[at] ?? Number.NaN))),
        0,
      );
      expect(off / size).toBeLessThan(1e-5);
    }
  }

  const check = (
    name: string,
    run: (make: Make, window: Window) => Tensor | Tensor[],
    dilated = false,
  ) =>
    it(name, () =>
      fc.assert(
        fc.asyncProperty(
          window.filter((w) => fits(w, dilated)),
          fc.integer({ min: 0, max: 1e6 }),
          (drawn, seed) => compare(seed, (make) => run(make, drawn)),
        ),
        { numRuns: 200, seed: 3 },
      ),
    );

  const imagesOf = (make: Make, { images, input, channels }: Window) =>
    make([images, ...input, channels], 'x') as Tensor4D;
  const filterOf = (make: Make, { kernel, channels, filters }: Window) =>
    make([...kernel, channels, filters], 'filter') as Tensor4D;

  describe('wasm kernels', () => {
    check(
      'Conv2D',
      (make, w) => {
        const dilations = w.dilations as Sides;
        const plain = dilations.every((d) => d === 1);
        // tfjs allows dilation and stride only one at a time.
        const strides = plain ? w.strides : ([1, 1] as [number, number]);
        const x = imagesOf(make, w);
        return core.conv2d(x, filterOf(make, w), strides, w.pad, 'NHWC', w.dilations);
      },
      true,
    );

    check('Conv2DBackpropFilter and Conv2DBackpropInput', (make, w) => {
      const apply = (x: Tensor, filter: Tensor): Tensor =>
        core.conv2d(x as Tensor4D, filter as Tensor4D, w.strides, w.pad);
      const [x, filter] = [imagesOf(make, w), filterOf(make, w)];
      return core.grads(apply)([x, filter], make(apply(x, filter).shape, 'slopes'));
    });

    check('DepthwiseConv2dNativeBackpropFilter and …BackpropInput', (make, w) => {
      const multiplier = 1 + (w.filters % 3);
      const stride = w.strides[0];
      const apply = (x: Tensor, filter: Tensor): Tensor =>
        core.depthwiseConv2d(x as Tensor4D, filter as Tensor4D, stride, w.pad);
      const x = imagesOf(make, w);
      const filter = make([...w.kernel, w.channels, multiplier], 'filter');
      return core.grads(apply)([x, filter], make(apply(x, filter).shape, 'slopes'));
    });

    check('MaxPoolGrad', (make, w) => {
      // Whole numbers, so that a window often has several largest values.
      const x = core.round(imagesOf(make, w));
      const apply = (image: Tensor): Tensor =>
        core.maxPool(image as Tensor4D, w.kernel, w.strides, w.pad);
      return core.grad(apply)(x, make(apply(x).shape, 'slopes'));
    });

    it('BatchMatMul', () =>
      fc.assert(
        fc.asyncProperty(
          fc.record({
            m: fc.integer({ min: 1, max: 20 }),
            inner: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 250, max: 520 })),
            n: fc.integer({ min: 1, max: 20 }),
            batches: fc.constantFrom<[number[], number[]]>(
              [[], []],
              [[1], [1]],
              [[3], [3]],
              [[3], [1]],
              [[1], [2]],
              [
                [2, 2],
                [2, 2],
              ],
            ),
            transposeA: fc.boolean(),
            transposeB: fc.boolean(),
          }),
          fc.integer({ min: 0, max: 1e6 }),
          ({ m, inner, n, batches, transposeA, transposeB }, seed) =>
            compare(seed, (make) => {
              const a = make([...batches[0], ...(transposeA ? [inner, m] : [m, inner])], 'a');
              const b = make([...batches[1], ...(transposeB ? [n, inner] : [inner, n])], 'b');
              return core.matMul(a, b, transposeA, transposeB);
            }),
        ),
        { numRuns: 200, seed: 3 },
      ));

    it('Identity, whose copies outlive what they were made of', async () => {
      await core.setBackend('wasm');
      const one = core.tensor([1, 2, 3]);
      const two = one.clone();
      one.dispose();
      const three = core.tensor([7, 8, 9]);
      expect([...two.dataSync()]).toEqual([1, 2, 3]);
      core.dispose([two, three]);
    });
  });
}
