import type { SameKeys } from './same-keys.ts';
import type { timeEn } from './time.en.ts';

/** Going back in time. */
export const timeKo: SameKeys<typeof timeEn> = {
  time: {
    label: '학습 되돌려 보기',
    slider: '학습의 시점',
    spoken: '{{step}} 스텝, 비용 {{loss}}',
    spokenEnd: '{{step}} 스텝, 비용 {{loss}}: 맨 끝',
    back: '한 시점 뒤로',
    forward: '한 시점 앞으로',
    play: '처음부터 다시 보기',
    stop: '다시 보기 멈추기',
    end: '맨 끝으로 돌아가기',
    step: '스텝',
    loss: '비용',
    branch: '지난 시점이에요. 학습을 누르면 여기서 새 기록으로 갈라져요.',
    none: '학습 과정이 여기에 기록돼요. 이번 방문 동안만 남아요.',
    live: '끌면 지난 시점을 볼 수 있어요. 이번 방문 동안만 남아요.',
    liveFrom: '이번 방문에서 {{step}} 스텝부터 기록했어요.',
    mark: '{{step}} 스텝',
    branchedFrom: '{{name}} 기록의 {{step}} 스텝에서 갈라짐',
    branchedOff: '지난 기록의 {{step}} 스텝에서 갈라짐',
  },
  film: {
    open: '학습 과정을 영상으로 저장하기',
    title: '학습 과정 저장하기',
    subtitle: '그림 하나를 첫 업데이트부터 마지막까지 보여 줘요. 아래에 스텝과 비용이 적혀요.',
    picture: '그림',
    as: '형식',
    video: '영상 (WebM)',
    strip: '그림 {{size}}장을 한 장에 (PNG)',
    noVideo: '이 브라우저는 WebM을 녹화하지 못해요. 여러 장을 이어 붙인 그림으로 저장할 수 있어요.',
    none: '화면에 그림이 없어요.',
    save: '저장',
    cancel: '취소',
    drawing: '그림을 그리는 중이에요',
    recording: '영상을 녹화하는 중이에요',
    caption: '{{step}} 스텝   비용 {{loss}}',
    failed: '학습 과정을 그리지 못했어요.',
  },
};
