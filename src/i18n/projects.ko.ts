import type { projectsEn } from './projects.en.ts';
import type { SameKeys } from './same-keys.ts';

/** What projects and their keeping are called, in Korean. */
export const projectsKo: SameKeys<typeof projectsEn> = {
  projects: {
    title: '내 프로젝트',
    subtitle:
      '이 브라우저에 작업 단계와 학습한 곳까지 함께 보관돼요. 수업은 고치는 순간 내 프로젝트가 돼요.',
    new: '새 프로젝트',
    search: '프로젝트 찾기',
    found: '“{{query}}”[이라는/라는] 프로젝트는 없어요.',
    none: '아직 보관된 것이 없어요.',
    open: '{{name}} 열기',
    here: '지금 화면',
    layers_one: '노드 {{count}}개',
    layers_other: '노드 {{count}}개',
    rename: '{{name}} 이름 바꾸기',
    name: '{{name}}의 새 이름',
    duplicate: '{{name}} 복제',
    copyOf: '{{name}} 사본',
    remove: '{{name}} 지우기',
    removed: '{{name}}[을/를] 지웠어요.',
    bringBack: '되살리기',
    unreadable: '이 프로젝트는 읽을 수 없어요. 그대로 남겨 둘게요.',
    failed: '브라우저 저장소에 접근할 수 없어서 프로젝트를 보거나 바꿀 수 없어요.',
    unread_one: '프로젝트 {{count}}개는 이 페이지의 다른 버전이 보관한 것이라 건드리지 않았어요.',
    unread_other: '프로젝트 {{count}}개는 이 페이지의 다른 버전이 보관한 것이라 건드리지 않았어요.',
  },
  keeping: {
    kept: '이 브라우저에 보관됨',
    keeping: '보관하는 중…',
    not: '보관 안 됨',
    why: '이 브라우저에 보관하지 못했어요({{why}}). 누르면 파일로 저장해요.',
    elsewhere: '다른 탭에서 열려 있음: 읽기 전용',
    wasTraining:
      '학습하던 중에 페이지가 닫혔어요. {{step}}번째 스텝부터 이어서 할 수 있고, 네트워크는 그대로예요.',
  },
  steps: {
    title: '작업 단계와 버전',
    subtitle: '한 번 누르면 어느 단계로든 갈 수 있어요. 학습은 되돌아가지 않아요.',
    list: '작업 단계',
    start: '처음 상태',
    now: '지금',
    undone: '되돌린 단계',
  },
  versions: {
    title: '버전',
    explain:
      '돌아갈 수 있는 상태예요. 10분 고칠 때마다, 그리고 프로젝트를 떠날 때 저절로 보관돼요. 돌아간 것도 되돌릴 수 있어요.',
    name: '버전 이름',
    keep: '이 버전 보관하기',
    none: '아직 보관된 버전이 없어요.',
    goBack: '{{name}}[으로/로] 돌아가기',
    remove: '{{name}} 지우기',
    failed: '브라우저 저장소에 접근할 수 없어서 버전을 보거나 보관할 수 없어요.',
    cause: {
      byHand: '직접 보관함',
      time: '고치는 중에',
      left: '떠날 때',
      before: '다른 것으로 바뀌기 전',
    },
  },
  secondTab: {
    title: '이 프로젝트는 다른 탭에서 열려 있어요',
    text: '서로 덮어쓰지 않도록 한 번에 한 탭에서만 고칠 수 있어요.',
    takeOver: '여기서 이어서 하기',
    takeOverText: '다른 탭은 작업을 보관한 뒤 읽기만 해요.',
    copy: '사본 열기',
    copyText: '지금 화면에 있는 것으로 새 프로젝트를 만들어요.',
    read: '읽기만 하기',
    readText: '다른 탭에서 보관한 내용을 보여 줘요.',
    choose: '어떻게 할지 고르기',
  },
};
