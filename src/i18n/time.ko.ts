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
    live: '끌면 지난 시점을 볼 수 있어요.',
    mark: '{{step}} 스텝',
    branchedFrom: '{{name}} 기록의 {{step}} 스텝에서 갈라짐',
    branchedOff: '지난 기록의 {{step}} 스텝에서 갈라짐',
  },
};
