import { defineElementwise } from './elementwise.ts';

/** Adds two whole tensors. */
export const tensorAdd = defineElementwise({
  kind: 'tensorAdd',
  rule: 'add',
  sign: '+',
  title: { en: 'Add (tensors)', ko: '텐서 더하기' },
  aliases: ['plus', 'sum', 'broadcast', '덧셈', '합', '브로드캐스팅'],
  what: {
    en: 'Adds two tensors value by value. It works on whole tensors; the layer “Add” works on samples, whose batch axis is hidden.',
    ko: '두 텐서를 자리마다 더해요. 텐서 전체로 계산해요. 층인 ‘더하기’는 배치 축이 숨어 있는 표본으로 계산해요.',
  },
  examples: [
    { params: {}, inputs: ['[[3, 3]]', '[[2], [2]]'], output: '[[5, 5], [5, 5]]' },
    { params: {}, inputs: ['[1.0, 3.0]', '0.5'], output: '[1.5, 3.5]' },
  ],
});
