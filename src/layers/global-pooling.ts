import * as z from 'zod';
import { ok } from '../core/result.ts';
import type { Words } from '../core/words.ts';
import { type BuildContext, type ComputeKind, defineLayer, type TfLayer } from './define-layer.ts';
import { channelsLast } from './keras.ts';
import { only, requireRank } from './shape-rules.ts';

/** What a pooling over whole maps states; the rest is the same for all of them. */
interface GlobalPooling {
  readonly kind: string;
  readonly title: Words;
  readonly aliases: readonly string[];
  readonly what: Words;
  readonly formula: string;
  readonly build: (context: BuildContext) => TfLayer;
  readonly takes: 'mean' | 'max';
  /** What it is called in Keras. */
  readonly names: readonly string[];
}

/** Boils each map of an image down to one value. Input [h, w, c], output [c]. */
export const defineGlobalPooling = (pooling: GlobalPooling): ComputeKind =>
  defineLayer({
    kind: pooling.kind,
    role: 'compute',
    family: 'pooling',
    title: pooling.title,
    aliases: pooling.aliases,
    params: z.object({}),
    arity: { min: 1, max: 1 },
    face: () => undefined,
    infer: (_, inputs) => {
      const image = requireRank(only(inputs), 3);
      return image.ok ? ok([image.value[2] ?? 0]) : image;
    },
    weights: () => [],
    build: pooling.build,
    keras: {
      names: pooling.names,
      read: (c) => {
        c.plain({ ...channelsLast, keepdims: [false] });
        return {};
      },
    },
    reading: () => ({ how: 'whole' }),
    derivative: () => ({ of: 'whole', takes: pooling.takes }),
    help: {
      what: pooling.what,
      formula: pooling.formula,
      rule: {
        en: 'One number a map: height and width are gone.',
        ko: '맵마다 숫자 하나만 남고, 높이와 너비는 사라져요.',
      },
    },
    examples: [
      { params: {}, inputs: [[7, 7, 64]], output: [64], weights: 0 },
      { params: {}, inputs: [[3, 5, 2]], output: [2], weights: 0 },
    ],
  });
