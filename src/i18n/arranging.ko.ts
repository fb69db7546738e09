import type { arrangingEn } from './arranging.en.ts';
import type { SameKeys } from './same-keys.ts';

/** Layout, alignment, comments and first steps, in Korean. */
export const arrangingKo: SameKeys<typeof arrangingEn> = {
  arrange: {
    snap: '이웃에 맞춰 붙이기: {{state}}',
    on: '켬',
    off: '끔',
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
  start: {
    title: '어디서 시작할까요?',
    xor: 'XOR 풀기',
    xorText: '강의의 수업이에요. 뉴런 하나로는 안 되고 둘이면 돼요.',
    digits: '숫자 알아보기',
    digitsText: '손글씨를 읽는 합성곱 네트워크예요.',
    sourceText: '데이터부터 놓고 나머지는 직접 만들어요.',
  },
};
