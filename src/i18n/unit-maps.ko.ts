import type { SameKeys } from './same-keys.ts';
import type { unitMapsEn } from './unit-maps.en.ts';

/** What each unit gives over the plane, in Korean. */
export const unitMapsKo: SameKeys<typeof unitMapsEn> = {
  unitMaps: {
    enter: '노드 안으로: 유닛, 가중치',
    of: '{{name}}의 유닛',
    unit: '{{name}}의 유닛 {{unit}}: 크게 보기',
    more_one: '여기에 없는 유닛이 {{count}}개 더 있어요',
    more_other: '여기에 없는 유닛이 {{count}}개 더 있어요',
    heading: '{{name}}의 유닛 {{unit}}',
    filled: '보는 중: {{name}}의 유닛 {{unit}}',
  },
};
