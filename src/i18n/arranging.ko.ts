import type { arrangingEn } from './arranging.en.ts';
import type { SameKeys } from './same-keys.ts';

/** Layout, alignment, comments and first steps, in Korean. */
export const arrangingKo: SameKeys<typeof arrangingEn> = {
  arrange: {
    tools: '선택한 층',
    tidySelected: '선택한 층 정리하기',
    tidyRight: '왼쪽에서 오른쪽으로 정리하기',
    tidyDown: '위에서 아래로 정리하기',
    left: '왼쪽 맞춤',
    centre: '가로 가운데 맞춤',
    right: '오른쪽 맞춤',
    top: '위쪽 맞춤',
    middle: '세로 가운데 맞춤',
    bottom: '아래쪽 맞춤',
    horizontal: '가로 간격 똑같이',
    vertical: '세로 간격 똑같이',
  },
  comment: {
    add: '메모 붙이기',
    label: '메모: {{text}}',
    text: '메모 내용',
    empty: '두 번 눌러서 적어 보세요',
    tools: '메모',
    remove: '메모 지우기',
    plain: '기본색',
    blue: '파랑',
    green: '초록',
    amber: '주황',
    red: '빨강',
  },
};
