import * as z from 'zod';
import { ok } from '../core/result.ts';
import { sizeOf } from '../core/shape.ts';
import { defineLayer } from './define-layer.ts';
import { channelsLast } from './keras.ts';
import { only } from './shape-rules.ts';

/** Lays all values of a tensor out in one row, last axis fastest. Input any, output [n]. */
export const flatten = defineLayer({
  kind: 'flatten',
  role: 'compute',
  family: 'core',
  title: { en: 'Flatten', ko: '펼치기' },
  aliases: ['reshape', '플래튼', '평탄화'],
  params: z.object({}),
  arity: { min: 1, max: 1 },
  flattens: true,
  face: () => undefined,
  infer: (_, inputs) => ok([sizeOf(only(inputs))]),
  weights: () => [],
  build: ({ tf, name }) => {
    const layer = tf.layers.layers.flatten({ name });
    // tfjs refuses a row, which is flat already; Keras lets it pass.
    layer.inputSpec = [];
    return layer;
  },
  operation: () => ({ op: 'identity' }),
  reading: () => ({ how: 'relabel' }),
  keras: {
    names: ['Flatten'],
    read: (c) => {
      c.plain(channelsLast);
      return {};
    },
  },
  help: {
    what: {
      en: 'Lays the values of an image out in one row, so that a dense layer can read them.',
      ko: '이미지의 값들을 한 줄로 펼쳐서 완전 연결층이 읽을 수 있게 해요.',
    },
    formula: '[h, w, c] → [h·w·c]',
    rule: {
      en: 'The axes are multiplied; no value is lost.',
      ko: '모든 축의 크기를 곱한 길이가 되고, 값은 하나도 잃지 않아요.',
    },
  },
  examples: [
    { params: {}, inputs: [[7, 7, 64]], output: [3136], weights: 0 },
    { params: {}, inputs: [[5]], output: [5], weights: 0 },
  ],
});
