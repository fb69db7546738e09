import type { SameKeys } from './same-keys.ts';
import type { scaleEn } from './scale.en.ts';

/** Small screens, in Korean. */
export const scaleKo: SameKeys<typeof scaleEn> = {
  small: {
    close: '{{name}} 닫기',
    moreTools: '도구 더 보기',
    moreTraining: '학습 도구 더 보기',
  },
};
