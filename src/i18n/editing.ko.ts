import { blockStepsKo } from './blocks.ko.ts';
import type { editingEn } from './editing.en.ts';
import type { SameKeys } from './same-keys.ts';

/** What actions and the history are called, in Korean. */
export const editingKo: SameKeys<typeof editingEn> = {
  actionGroup: {
    edit: '편집',
    canvas: '캔버스',
    train: '학습',
    view: '화면',
    file: '네트워크',
    course: '강의',
  },
  action: {
    panel: '패널: {{name}}',
    theme: '밝은 화면, 어두운 화면',
    selectAll: '모두 선택',
    removePlain: '지우고 선은 잇지 않기',
  },
  history: {
    undoStep: '되돌리기: {{what}}',
    redoStep: '다시 하기: {{what}}',
    add: '{{name}} 추가',
    insert: '{{name}} 끼워 넣기',
    remove: '{{name}} 지우기',
    removeMany: '노드 {{count}}개 지우기',
    connect: '{{name}}에 연결',
    disconnect: '선 끊기',
    rewire: '{{name}}[으로/로] 선 옮겨 꽂기',
    setParams: '{{name}} 바꾸기',
    rename: '{{name}} 이름 바꾸기',
    move: '{{name}} 옮기기',
    moveMany: '노드 {{count}}개 옮기기',
    ...blockStepsKo,
    replace: '{{name}}[으로/로] 교체',
    tidy: '정리하기',
    align: '노드 {{count}}개 맞추기',
    addNote: '메모 추가',
    editNote: '메모 고치기',
    moveNotes_one: '메모 옮기기',
    moveNotes_other: '메모 {{count}}개 옮기기',
    resizeNote: '메모 크기 바꾸기',
    removeNotes_one: '메모 지우기',
    removeNotes_other: '메모 {{count}}개 지우기',
    distribute: '노드 {{count}}개 간격 맞추기',
    setTraining: '학습 설정',
    retitle: '제목',
    open: '네트워크 열기',
    goBack: '이전 버전으로 돌아가기',
    several: '여러 변경',
  },
};
