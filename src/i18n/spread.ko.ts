import type { SameKeys } from './same-keys.ts';
import type { spreadEn } from './spread.en.ts';

/** Distributions in the nodes, and what they say, in Korean. */
export const spreadKo: SameKeys<typeof spreadEn> = {
  spread: {
    show: '가중치, 값, 기울기의 분포 보기',
    hide: '가중치, 값, 기울기의 분포 숨기기',
    weights: '가중치',
    values: '값',
    gradients: '기울기',
    said: '{{what}}: {{low}}부터 {{high}}까지, 평균 {{mean}}',
    legend: 'w 가중치 · y 출력 · g 기울기 · 세로줄과 숫자는 평균',
    far: '분포는 노드 안에 그려져요. 확대하면 보여요.',
    brief: {
      saturated: '값의 {{percent}}가 한계에 붙음',
      dead_one: '유닛 {{units}}개 중 {{count}}개가 0',
      dead_other: '유닛 {{units}}개 중 {{count}}개가 0',
      vanishing: '기울기 {{percent}}만 남음',
      exploding: '기울기 {{times}}배',
    },
    saturated: '값의 {{percent}}가 한계에 붙어 있어요. 기울기가 거의 지나가지 못해요.',
    dead_one: '유닛 {{units}}개 중 {{count}}개가 모든 행에서 0이에요. 아무것도 배우지 못해요.',
    dead_other: '유닛 {{units}}개 중 {{count}}개가 모든 행에서 0이에요. 아무것도 배우지 못해요.',
    vanishing: '{{against}}에 있던 기울기의 {{percent}}만 여기에 남았어요.',
    exploding: '여기의 기울기는 {{against}}의 {{times}}배예요.',
    slopes_one: 'σ′는 0.25를 넘지 않아요. 시그모이드를 한 번 지나면 많아야 {{bound}}가 남아요.',
    slopes_other:
      'σ′는 0.25를 넘지 않아요. 시그모이드를 {{count}}번 지나면 많아야 {{bound}}가 남아요.',
  },
};
