import type { keyboardEn } from './keyboard.en.ts';
import type { SameKeys } from './same-keys.ts';

/** The list of commands, menus, and how a network is built by key, in Korean. */
export const keyboardKo: SameKeys<typeof keyboardEn> = {
  commands: {
    title: '모든 명령',
    placeholder: '층, 수업, 노드, 할 일…',
    find: '찾기…',
    hint: '↑ ↓로 고르고 Enter로 실행하고 Esc로 닫아요. 한국어와 영어를 모두 알아들어요.',
    none: '‘{{query}}’에 맞는 것이 없어요.',
    nothing: '고를 것이 없어요.',
    after: '{{name}} 뒤에 추가',
    before: '{{name}} 앞에 끼우기',
    insert: '{{from}}[과/와] {{to}} 사이에 끼우기',
    connect: '{{name}}에서 연결할 곳',
    cut: '{{name}}의 연결 끊기',
    group: {
      fits: '여기에 맞는 것',
      unfit: '여기에 맞지 않는 것',
      wires: '연결',
      actions: '할 일',
      nodes: '노드로 가기',
      layers: '층 추가',
      lessons: '수업 열기',
    },
  },
  menu: { node: '{{name}} 메뉴', wire: '연결 메뉴', canvas: '캔버스 메뉴' },
  build: {
    edit: '편집',
    rename: '이름 바꾸기',
    after: '층 추가',
    before: '앞에 끼우기',
    insert: '층 끼우기',
    connect: '연결하기…',
    cut: '연결 끊기…',
    menu: '선택한 것의 메뉴',
  },
};
