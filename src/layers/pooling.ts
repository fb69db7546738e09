import * as z from 'zod';
import { ok } from '../core/result.ts';
import type { Words } from '../core/words.ts';
import { type BuildContext, type ComputeKind, defineLayer, type TfLayer } from './define-layer.ts';
import { readWindow } from './keras.ts';
import { only, slideWindow } from './shape-rules.ts';
import { poolParams } from './window-params.ts';

/** What a pooling layer states; the rest is the same for all of them. */
interface Pooling {
  readonly kind: string;
  readonly title: Words;
  readonly aliases: readonly string[];
  readonly what: Words;
  readonly formula: string;
  readonly does: 'max' | 'mean';
  /** What it is called in Keras. */
  readonly names: readonly string[];
  readonly build: (
    context: BuildContext,
    window: { poolSize: [number, number]; strides: [number, number]; padding: 'same' | 'valid' },
  ) => TfLayer;
}

/** Boils each window of an image down to one value. Input [h, w, c], output [h', w', c]. */
export const definePooling = (pooling: Pooling): ComputeKind =>
  defineLayer({
    kind: pooling.kind,
    role: 'compute',
    family: 'pooling',
    title: pooling.title,
    aliases: pooling.aliases,
    params: z.object(poolParams),
    arity: { min: 1, max: 1 },
    face: (p) => {
      const text = p.pool.join('×');
      return { en: text, ko: text };
    },
    infer: (p, inputs) => {
      const sides = slideWindow(only(inputs), { ...p, size: p.pool });
      return sides.ok ? ok([...sides.value, only(inputs)[2] ?? 0]) : sides;
    },
    weights: () => [],
    build: (context, { pool, strides, padding }) =>
      pooling.build(context, { poolSize: pool, strides, padding }),
    reading: ({ pool: size, strides, padding }) => ({
      how: 'window',
      size,
      strides,
      padding,
      does: pooling.does,
    }),
    keras: {
      names: pooling.names,
      read: (c) => {
        const pool = c.pair('pool_size', 2);
        return { pool, strides: c.has('strides') ? c.pair('strides') : pool, ...readWindow(c) };
      },
    },
    help: {
      what: pooling.what,
      formula: pooling.formula,
      rule: {
        en: 'Valid: (n − k) / stride + 1, rounded down. Same: n / stride, rounded up. The number of maps stays.',
        ko: 'valid: (n − k) / 스트라이드 + 1(내림). same: n / 스트라이드(올림). 맵의 수는 그대로예요.',
      },
    },
    examples: [
      { params: {}, inputs: [[28, 28, 32]], output: [14, 14, 32], weights: 0 },
      { params: {}, inputs: [[7, 7, 3]], output: [4, 4, 3], weights: 0 },
      {
        params: { pool: [2, 3], strides: [1, 2], padding: 'valid' },
        inputs: [[5, 6, 2]],
        output: [4, 2, 2],
        weights: 0,
      },
    ],
  });
