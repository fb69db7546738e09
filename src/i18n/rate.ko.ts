import type { rateEn } from './rate.en.ts';
import type { SameKeys } from './same-keys.ts';

/** The search for a learning rate, in Korean. */
export const rateKo: SameKeys<typeof rateEn> = {
  rate: {
    title: '학습률 찾기',
    what: '네트워크의 복사본에서 학습률 {{count}}개를 업데이트 한 번씩 시험해요. 학습의 맨 처음에서 시작하고, 지금의 학습은 건드리지 않아요.',
    search: '학습률 찾기 시작',
    again: '다시 찾기',
    cancel: '찾기 멈추기',
    progress: '시험한 학습률',
    chart: '학습률에 따른 비용, 로그 축',
    axis: '학습률',
    suggested: '비용이 가장 가파르게 내려가는 곳: {{rate}}',
    why: '학습률마다 업데이트를 한 번씩 해 보고 고른 값이에요. “해 볼 만한 것”은 비용이 얼마나 급하게 휘는지로 고르기 때문에 조금 다른 학습률을 말할 수 있어요.',
    burst: '{{rate}}에서 터져요',
    none: '이 가운데 비용이 내려가는 학습률이 없어요.',
    set: '학습률을 {{rate}}[으로/로] 하기',
    lost: '브라우저가 찾던 작업을 끝냈어요. 메모리가 모자랐을 수 있어요. 다시 찾아보세요.',
    trouble: '찾지 못했어요: {{detail}}',
  },
};
