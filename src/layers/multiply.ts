import { defineMerge } from './merge.ts';

/** Multiplies tensors of one shape, value by value: a gate, when one of them lies between 0 and 1. */
export const multiply = defineMerge({
  kind: 'multiply',
  title: { en: 'Multiply', ko: '곱하기' },
  aliases: ['product', 'gate', 'attention', '곱', '게이트'],
  what: {
    en: 'Multiplies what arrives, value by value. With a sigmoid on one side it is a gate that opens and closes.',
    ko: '들어온 값들을 자리마다 곱해요. 한쪽에 시그모이드를 두면 열고 닫는 문이 돼요.',
  },
  formula: 'y = x₁ · x₂ · …',
  build: ({ tf, name }) => tf.layers.layers.multiply({ name }),
  operation: { op: 'product' },
  keras: { names: ['Multiply'] },
});
