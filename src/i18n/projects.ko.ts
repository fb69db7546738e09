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
  },
};
