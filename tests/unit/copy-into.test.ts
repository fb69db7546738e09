import type { Tensor } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { copyInto } from '../../src/engine/tfjs/copy-into.ts';
import type { Tf } from '../../src/layers/define-layer.ts';

/** A graphics card's, as far as copying asks for it. */
const core = { backend: () => ({}), getBackend: () => 'webgl' } as unknown as Tf['core'];
const tensorOf = (size: number, data: Promise<Float32Array>): Tensor =>
  ({ size, data: () => data }) as unknown as Tensor;

it('a copy that fails is over only when nothing is written to its place any more', async () => {
  const sheet = new Float32Array(6);
  let answer = (_: Float32Array): void => {};
  const slow = new Promise<Float32Array>((resolve) => {
    answer = resolve;
  });
  const lost = new Error('the context was lost');
  const tensors = [tensorOf(2, Promise.reject(lost)), tensorOf(3, slow)];
  /** What lies there when it is said to have failed. */
  const found = Promise.resolve(copyInto(core, tensors, { sheet, at: 1, length: 5 })).then(
    () => 'copied',
    (error: unknown) => ({ error, there: [...sheet] }),
  );
  // Long after the first has failed.
  for (let i = 0; i < 20; i++) await Promise.resolve();
  answer(new Float32Array([7, 8, 9]));
  expect(await found).toEqual({ error: lost, there: [0, 0, 0, 7, 8, 9] });
});
