import type { SameKeys } from './same-keys.ts';
import type { weightsEn } from './weights.en.ts';

/** Weights on the canvas, in Korean. */
export const weightsKo: SameKeys<typeof weightsEn> = {
  weights: {
    of: '{{name}}의 가중치 {{count}}개: 하나를 읽고, 입력하고, 끌고, 고정할 수 있어요',
    editor: '{{name}}의 가중치',
    kernel: '입력 {{from}}에서 유닛 {{to}}로',
    bias: '유닛 {{to}}의 편향',
    place: '{{tensor}}의 {{place}} 자리',
    value: '{{label}}의 값',
    pull: '{{label}} 끌기',
    tensor: '어느 텐서',
    back: '앞의 가중치',
    on: '다음 가중치',
    frozen: '고정',
    freeze: '{{label}} 고정',
    frozenNote: '학습해도 바뀌지 않아요.',
    freeNote: '여기서 값을 바꾸면 새 실행이 시작돼요.',
    nowFrozen: '{{label}}[을/를] {{value}}에 고정했어요',
    nowFree: '{{label}}[이/가] 다시 학습돼요',
    set: '{{label}}의 값은 {{value}}이에요',
  },
};
