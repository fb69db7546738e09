import { defineElementwise } from './elementwise.ts';

/** Takes the second whole tensor from the first. */
export const tensorSubtract = defineElementwise({
  kind: 'tensorSubtract',
  rule: 'subtract',
  sign: '−',
  title: { en: 'Subtract (tensors)', ko: '텐서 빼기' },
  aliases: ['minus', 'difference', 'broadcast', '뺄셈', '차'],
  what: {
    en: 'Takes the second tensor from the first, value by value. The first is the one whose wire was drawn first.',
    ko: '첫째 텐서에서 둘째 텐서를 자리마다 빼요. 먼저 이은 선이 첫째예요.',
  },
  examples: [
    { params: {}, inputs: ['[5, 7]', '[[1], [2]]'], output: '[[4, 6], [3, 5]]' },
    { params: {}, inputs: ['2.5', '[1.0]'], output: '[1.5]' },
  ],
});
