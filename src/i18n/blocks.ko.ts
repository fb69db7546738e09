import type { blockStepsEn, blocksEn } from './blocks.en.ts';
import type { SameKeys } from './same-keys.ts';

/** Copies of parts of a network, in Korean. */
export const blocksKo: SameKeys<typeof blocksEn> = {
  parts: {
    copy: '복사',
    cut: '잘라내기',
    paste: '붙여넣기',
    duplicate: '복제',
    boxSelect: '상자로 선택',
    pan: '캔버스 끌기로 돌아가기',
    nothing: '마지막으로 복사한 것은 네트워크의 일부가 아니에요.',
    noClipboard: '브라우저가 복사를 허락하지 않아요. Ctrl C(⌘ C)를 눌러 주세요.',
    noReading: '브라우저가 복사한 것을 읽도록 허락하지 않아요. Ctrl V(⌘ V)를 눌러 주세요.',
    notPasted: '붙여넣지 못했어요.',
    unread: '글이 손상됐어요.',
    invalid: '글의 “{{path}}” 부분이 잘못됐어요: {{detail}}',
    'newer-version':
      '더 새로운 Netwright에서 복사한 것이에요(형식 {{version}}, 이 페이지는 {{known}}까지 읽어요).',
    noRoom: '자리가 없어요. 네트워크에는 층을 {{max}}개까지 놓을 수 있어요.',
  },
  blocks: {
    unnamed: '블록 {{number}}',
    name: '블록 이름',
    group: '블록으로 묶기',
    ungroup: '묶음 풀기',
    collapse: '접기',
    expand: '펼치기',
    collapseNamed: '{{name}} 접기',
    expandNamed: '{{name}} 펼치기',
    whole: '블록 전체',
    remove: '블록 지우기',
    removeAll: '모두 지우기',
    layers_one: '층 {{count}}개',
    layers_other: '층 {{count}}개',
    frame: '블록 {{name}}, {{layers}}',
    card: '접힌 블록 {{name}}, {{layers}}, {{shape}}',
    titleHint: '끌면 블록이 옮겨지고, 누르면 선택돼요',
  },
};

/** What steps of the history did with parts, in Korean. */
export const blockStepsKo: SameKeys<typeof blockStepsEn> = {
  cut: '{{name}} 잘라내기',
  cutMany: '층 {{count}}개 잘라내기',
  paste: '{{name}} 붙여넣기',
  pasteMany: '층 {{count}}개 붙여넣기',
  duplicate: '{{name}} 복제',
  duplicateMany: '층 {{count}}개 복제',
  group: '“{{name}}” 묶기',
  ungroup: '“{{name}}” 풀기',
  renameBlock: '“{{name}}” 이름 바꾸기',
  collapse: '“{{name}}” 접기',
  expand: '“{{name}}” 펼치기',
  partBlock: '“{{name}}” 따로 떼기',
};
