import type { SameKeys } from './same-keys.ts';
import type { spacesEn } from './spaces.en.ts';

/** What pictures of layers' spaces and of the loss between runs say, in Korean. */
export const spacesKo: SameKeys<typeof spacesEn> = {
  spaces: {
    bentTitle: '휘어진 공간',
    layer: '어느 층',
    across: '가로축',
    up: '세로축',
    unit: '유닛 {{unit}}',
    components: '주성분',
    component: '주성분 {{number}} (분산의 {{share}})',
    axisUp: '↑ {{name}}',
    axisAcross: '{{name}} →',
    waiting: '네트워크를 다음에 볼 때 그림이 나와요.',
    bentLabel: '{{layer}}의 공간에 그린 입력 격자와 학습 데이터 {{rows}}개',
    bend: '입력 평면에서 층의 공간으로',
    input: '입력',
    bent: '층',
    bendIt: '휘기',
    unbendIt: '펴기',
    point: '{{from}} → {{to}}, 레이블 {{label}}',
    cls: '클래스 {{name}}',
    grid: '입력 평면의 격자',
    line: '{{name}}의 부호가 바뀌는 선',
    apart: '직선 하나로 클래스가 나뉘어요. {{rows}}개 중 {{right}}개가 제 쪽에 있어요.',
    notApart: '{{rows}}개 중 {{right}}개가 직선에서 제 클래스 쪽에 있어요.',
  },
};
