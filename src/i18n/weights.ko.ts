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
    freeNote: '여기서 값을 바꾸면 0스텝부터 새 실행이 시작돼요.',
    byHand:
      '직접 정한 값이에요. 스텝을 0부터 다시 세고 기록도 여기서 시작돼요. 되돌리기(R)를 누르면 그대로 초깃값으로 가요.',
    goBack: '{{step}}스텝의 {{value}}[으로/로] 돌아가기',
    isBack: '{{step}}스텝으로 돌아왔어요. {{label}}[은/는] 다시 {{value}}[이에요/예요]',
    nowFrozen: '{{label}}[을/를] {{value}}에 고정했어요',
    nowFree: '{{label}}[이/가] 다시 학습돼요',
    set: '{{label}}의 값은 {{value}}[이에요/예요]',
  },
};
