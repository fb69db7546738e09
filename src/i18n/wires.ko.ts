import type { SameKeys } from './same-keys.ts';
import type { wiresEn } from './wires.en.ts';

/** What wiring says, in Korean. */
export const wiresKo: SameKeys<typeof wiresEn> = {
  kindList: {
    after: '{{name}} 다음에 무엇을 둘까요?',
    before: '{{name}} 앞에 무엇을 둘까요?',
    wire: '{{from}}[과/와] {{to}} 사이에 무엇을 끼울까요?',
    swap: '{{name}} 대신 무엇을 둘까요?',
    fits: '여기에 맞아요',
    flawed: '고칠 것이 생겨요',
    refused: '여기에 둘 수 없어요',
    cuts_one: '입력을 더 적게 받아서 선 {{count}}개가 끊겨요.',
    cuts_other: '입력을 더 적게 받아서 선 {{count}}개가 끊겨요.',
    mixed: '텐서 계산과 네트워크의 층은 서로 이을 수 없어요.',
  },
  wiring: {
    pending: '선이 끝날 곳을 골라 주세요. Esc를 누르면 그만둬요.',
    cut: '놓으면 선이 끊겨요',
    insert: '여기에 층 끼우기',
    swap: '다른 층으로 바꾸기',
  },
};
