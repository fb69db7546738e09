import { defineElementwise } from './elementwise.ts';

/** Multiplies two whole tensors value by value. */
export const tensorMultiply = defineElementwise({
  kind: 'tensorMultiply',
  rule: 'multiply',
  sign: '×',
  title: { en: 'Multiply (tensors)', ko: '텐서 곱하기' },
  aliases: ['times', 'hadamard', 'broadcast', '곱셈', '브로드캐스팅'],
  what: {
    en: 'Multiplies two tensors value by value, which is not the matrix product. It works on whole tensors; the layer “Multiply” works on samples.',
    ko: '두 텐서를 자리마다 곱해요. 행렬 곱과는 달라요. 텐서 전체로 계산하고, 층인 ‘곱하기’는 표본으로 계산해요.',
  },
  examples: [
    { params: {}, inputs: ['[[3, 3]]', '[[2], [2]]'], output: '[[6, 6], [6, 6]]' },
    { params: {}, inputs: ['[7.5]', '3.0'], output: '[22.5]' },
  ],
});
