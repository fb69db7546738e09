import type { TensorLike, Tensor as TfTensor } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../src/core/result.ts';
import { sizeOf } from '../../src/core/shape.ts';
import { elementwise } from '../../src/core/tensor/arithmetic.ts';
import { cast, oneHot } from '../../src/core/tensor/convert.ts';
import { printTensor } from '../../src/core/tensor/print-tensor.ts';
import type { TensorProblem } from '../../src/core/tensor/problem.ts';
import { matrixProduct } from '../../src/core/tensor/product.ts';
import { readTensor } from '../../src/core/tensor/read-tensor.ts';
import {
  expandDims,
  reshapeTensor,
  squeeze,
  stack,
  transpose,
} from '../../src/core/tensor/rearrange.ts';
import { argmax, reduceMean, reduceSum } from '../../src/core/tensor/reduce.ts';
import { slice } from '../../src/core/tensor/slice.ts';
import { type Tensor, tensorOf } from '../../src/core/tensor/tensor.ts';
import { tf } from '../support/tf.ts';

const { core } = tf;

beforeAll(() => core.setBackend('cpu'));

const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });

/** A tensor of one shape with numbers small enough to be exact as float32. */
const tensorIn = (shape: readonly number[], dtype: 'float32' | 'int32'): fc.Arbitrary<Tensor> =>
  fc
    .array(fc.integer({ min: -40, max: 40 }), {
      minLength: sizeOf(shape),
      maxLength: sizeOf(shape),
    })
    .map((values) => tensorOf(dtype, shape, (i) => (values[i] ?? 0) / (dtype === 'int32' ? 1 : 8)));

const dtype = fc.constantFrom<'float32' | 'int32'>('float32', 'int32');
const anyTensor = fc.tuple(sizes, dtype).chain(([shape, type]) => tensorIn(shape, type));

const given = ({ values, shape, dtype: type }: Tensor): TfTensor =>
  core.tensor(values as TensorLike, [...shape], type);

/** Holds a result against what tfjs computes; where tfjs refuses, there must be a reason. */
function agree(ours: Result<Tensor, TensorProblem>, reference: () => TfTensor): void {
  core.tidy(() => {
    let theirs: TfTensor | undefined;
    try {
      theirs = reference();
    } catch {
      expect(ours.ok).toBe(false);
      return;
    }
    if (!ours.ok) throw new Error(`refused: ${JSON.stringify(ours.error)}`);
    expect(ours.value.shape).toEqual(theirs.shape);
    expect(ours.value.dtype).toBe(theirs.dtype);
    const numbers = theirs.dataSync();
    expect(ours.value.values.length).toBe(numbers.length);
    for (const [i, value] of ours.value.values.entries()) {
      expect(Math.abs(value - (numbers[i] ?? Number.NaN))).toBeLessThan(1e-4);
    }
  });
}

/** A shape that meets another, or nearly: some sizes are made 1, some axes left out, one perhaps changed. */
const partnerOf = (shape: readonly number[]): fc.Arbitrary<number[]> =>
  fc
    .tuple(
      fc.array(fc.constantFrom(0, 0, 0, 1, 1, 7), {
        minLength: shape.length,
        maxLength: shape.length,
      }),
      fc.nat(shape.length),
    )
    .map(([changes, left]) =>
      shape.map((size, i) => (changes[i] === 1 ? 1 : size + (changes[i] ?? 0))).slice(left),
    );

const pairs = fc.tuple(sizes, dtype).chain(([shape, type]) =>
  fc.tuple(
    tensorIn(shape, type),
    partnerOf(shape).chain((other) => tensorIn(other, type)),
  ),
);

describe('tensors agree with tfjs', () => {
  it.each([
    ['add', core.add],
    ['subtract', core.sub],
    ['multiply', core.mul],
  ] as const)('in %s, with broadcasting, either way round', (rule, reference) => {
    let refused = 0;
    let stretched = 0;
    fc.assert(
      fc.property(pairs, fc.boolean(), ([x, y], turned) => {
        const [a, b] = turned ? [y, x] : [x, y];
        const result = elementwise(rule, a, b);
        agree(result.ok ? { ok: true, value: result.value.tensor } : result, () =>
          reference(given(a), given(b)),
        );
        if (!result.ok) refused += 1;
        else if (result.value.stretched.flat().length > 0) stretched += 1;
      }),
      { numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(20);
    expect(stretched).toBeGreaterThan(50);
  });

  it('in the matrix product, with axes before the matrices', () => {
    const factors = fc
      .tuple(
        fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
        fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 4 }))),
        fc.constantFrom(0, 0, 0, 1),
      )
      .chain(([batch, [n = 1, k = 1, m = 1], off]) =>
        fc.tuple(
          tensorIn([...batch, n, k], 'float32'),
          tensorIn([...batch, k + off, m], 'float32'),
        ),
      );
    let refused = 0;
    fc.assert(
      fc.property(factors, ([a, b]) => {
        const result = matrixProduct(a, b);
        agree(result, () => core.matMul(given(a), given(b)));
        if (!result.ok) refused += 1;
      }),
      { numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(20);
  });

  it('along an axis: sum, mean and argmax', () => {
    fc.assert(
      fc.property(anyTensor, fc.integer({ min: -4, max: 4 }), (x, axis) => {
        // tfjs reads an axis that a number does not have as all of them; TensorFlow refuses.
        if (x.shape.length === 0) return;
        agree(reduceSum(x, axis), () => core.sum(given(x), axis));
        agree(argmax(x, axis), () => core.argMax(given(x), axis));
        if (x.dtype === 'float32') agree(reduceMean(x, axis), () => core.mean(given(x), axis));
      }),
      { numRuns: 500 },
    );
  });

  it('over all axes', () => {
    fc.assert(
      fc.property(anyTensor, (x) => {
        agree(reduceSum(x, undefined), () => core.sum(given(x)));
        agree(argmax(x, undefined), () => core.argMax(core.reshape(given(x), [-1])));
      }),
    );
  });

  it('in the mean of whole numbers, but for what is behind the point', () => {
    const whole = fc.tuple(sizes).chain(([shape]) => tensorIn(shape, 'int32'));
    fc.assert(
      fc.property(whole, (x) => {
        const sum = core.tidy(() => core.sum(given(x)).dataSync()[0] ?? 0);
        const mean = reduceMean(x, undefined);
        expect(mean.ok && mean.value.values[0]).toBe(Math.trunc(sum / x.values.length) + 0);
      }),
    );
  });

  it('in every order of the axes', () => {
    const turned = anyTensor.chain((x) =>
      fc.tuple(
        fc.constant(x),
        fc.shuffledSubarray([...x.shape.keys()], { minLength: x.shape.length }),
      ),
    );
    fc.assert(
      fc.property(turned, ([x, order]) => {
        agree(transpose(x, order), () => core.transpose(given(x), order));
        agree(transpose(x, []), () => core.transpose(given(x)));
      }),
      { numRuns: 300 },
    );
  });

  it('in another shape', () => {
    const asked = fc.array(fc.constantFrom(-1, 1, 2, 3, 4, 6, 8), { maxLength: 3 });
    let fitting = 0;
    fc.assert(
      fc.property(anyTensor, asked, (x, shape) => {
        const result = reshapeTensor(x, shape);
        agree(result, () => core.reshape(given(x), shape));
        if (result.ok) fitting += 1;
      }),
      { numRuns: 1000 },
    );
    expect(fitting).toBeGreaterThan(100);
  });

  it('without axes of size 1 and with new ones', () => {
    fc.assert(
      fc.property(anyTensor, fc.integer({ min: -4, max: 4 }), (x, axis) => {
        agree(squeeze(x, undefined), () => core.squeeze(given(x)));
        const front = axis < 0 ? axis + x.shape.length : axis;
        if (x.shape[front] === 1) agree(squeeze(x, axis), () => core.squeeze(given(x), [axis]));
        else expect(squeeze(x, axis).ok).toBe(false);
        agree(expandDims(x, axis), () => core.expandDims(given(x), axis));
      }),
      { numRuns: 500 },
    );
  });

  it('side by side along every axis', () => {
    const rows = sizes.chain((shape) =>
      fc.tuple(
        fc.array(tensorIn(shape, 'float32'), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 0, max: shape.length }),
      ),
    );
    fc.assert(
      fc.property(rows, ([tensors, axis]) => {
        agree(stack(tensors, axis), () => core.stack(tensors.map(given), axis));
        agree(stack(tensors, -1), () => core.stack(tensors.map(given), -1));
      }),
      { numRuns: 300 },
    );
  });

  it('cut out of a larger one', () => {
    const cut = anyTensor.chain((x) =>
      fc.tuple(
        fc.constant(x),
        fc.tuple(
          ...x.shape.map((size) =>
            fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).map(([a, b]) => [a, b].sort()),
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(cut, ([x, ranges]) => {
        const parts = ranges.map(([start = 0, last = 0]) => ({ start, end: last + 1 }));
        if (x.shape.length === 0) return;
        agree(slice(x, parts), () =>
          core.slice(
            given(x),
            parts.map(({ start }) => start),
            parts.map(({ start, end }) => end - start),
          ),
        );
        const negative = parts.map(({ start, end }, axis) => {
          const size = x.shape[axis] ?? 1;
          return { start: start - size, end: end === size ? undefined : end - size };
        });
        expect(slice(x, negative)).toEqual(slice(x, parts));
        const first = parts.map(({ start }) => ({ at: start }));
        const spot = slice(x, first);
        expect(spot.ok && spot.value.shape).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('as one-hot rows and as other types', () => {
    const labels = sizes.chain((shape) => tensorIn(shape, 'int32'));
    fc.assert(
      fc.property(labels, anyTensor, fc.integer({ min: 2, max: 5 }), (x, y, depth) => {
        agree(oneHot(x, depth), () => core.cast(core.oneHot(given(x), depth), 'float32'));
        for (const to of ['int32', 'float32', 'bool'] as const) {
          agree({ ok: true, value: cast(y, to) }, () => core.cast(given(y), to));
        }
      }),
    );
  });
});

it('reads back whatever it prints, to the last bit', () => {
  const exact = sizes.chain((shape) =>
    fc
      .array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
        minLength: sizeOf(shape),
        maxLength: sizeOf(shape),
      })
      .map((values) => tensorOf('float32', shape, (i) => values[i] ?? 0)),
  );
  fc.assert(
    fc.property(fc.oneof(exact, anyTensor), (x) => {
      const positive = { ...x, values: x.values.map((value) => value + 0) };
      expect(readTensor(printTensor(positive))).toEqual({ ok: true, value: positive });
    }),
    { numRuns: 500 },
  );
});
