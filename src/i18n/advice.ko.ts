import type { adviceEn } from './advice.en.ts';
import type { SameKeys } from './same-keys.ts';

/** What rules that watch a run have to say, in Korean. */
export const adviceKo: SameKeys<typeof adviceEn> = {
  advice: {
    heading: '해 볼 만한 것',
    found: '업데이트 {{step}}에서 발견',
    putAside: '치워 두기: {{title}}',
    later: '치워 둔 것 ({{count}})',
    bringBack: '다시 보기: {{title}}',
    bringBackShort: '다시 보기',
    show: '해 볼 만한 것: {{count}}',
    spoken: '해 볼 만한 것이 있어요. {{title}}. {{text}}',
    changed: '바꾸고 업데이트 0으로 돌아왔어요. 되돌리기로 취소할 수 있어요.',
    locked: '네트워크가 잠겨 있어서 지금은 바꿀 수 없어요.',
    titles: {
      unscaled: '크기가 아주 다른 입력',
      unbalanced: '거의 모든 행이 한 클래스',
      diverging: '이 네트워크에는 너무 큰 학습률',
      grown: '커지기만 하는 비용',
      oscillating: '위아래로 뛰는 비용',
      stuck: '{{level}}에서 멈춘 비용',
      saturated: '포화된 유닛',
      dead: '죽은 ReLU',
      overfitting: '답을 외우는 중',
    },
    texts: {
      unscaled:
        '‘{{large}}’의 크기는 {{largeSize}} 정도, ‘{{small}}’의 크기는 {{smallSize}} 정도로 {{times}}배 차이예요. 기울기는 입력의 크기만큼 커지니까, 둘 다에 맞는 학습률이 없어요.',
      unbalanced:
        '{{rows}}개 행 가운데 {{most}}개({{share}})가 한 클래스이고, 정확도는 {{accuracy}}예요. 늘 그 클래스라고만 답해도 나오는 정확도예요. 드문 행을 찾아냈는지는 알 수 없어요. 드문 행도 다른 행만큼 자주 뽑으면 똑같이 중요해져요.',
      diverging:
        '비용이 {{first}}에서 {{high}}까지 올라갔어요. 지나온 길에 곡률이 {{curvature}}인 곳이 있어요(헤세 행렬의 가장 큰 고윳값의 추정치). 거기서는 학습률이 {{limit}}보다 크면 골짜기를 지나쳐 버리는데, 지금은 {{rate}}[이에요/예요].',
      grown:
        '비용이 {{first}}에서 {{high}}까지 올라갔고, 처음의 두 배가 넘는 곳에 머물러요. 여기서는 얼마나 가파르게 휘었는지 추정할 수 없어서 확실하지는 않아요. 그래도 먼저 학습률을 지금의 {{rate}}보다 줄여 보세요.',
      oscillating:
        '곡선의 마지막 {{of}}걸음 가운데 {{rises}}걸음이 올라갔고, {{low}}부터 {{high}}까지 뛰어요. 배치가 데이터 전체인데도 그래요. 학습률 {{rate}}에서는 업데이트가 골짜기를 건너뛰어요.',
      stuck:
        '업데이트 {{updates}}번 동안 비용이 {{low}}[과/와] {{high}} 사이에 머물렀어요. 모든 행에 똑같이 답할 때의 비용이 {{level}} = {{value}}[이에요/예요]. 네트워크가 찍고 있는 거예요.',
      still:
        '업데이트 {{updates}}번 동안 비용이 {{low}}에 머물렀어요. 모든 행에 똑같이 답할 때의 비용이 {{level}} = {{value}}[이에요/예요]. 네트워크가 찍고 있는 거예요.',
      saturated:
        '{{node}}의 출력 가운데 {{flat}}가 함수의 평평한 곳에 있어요. 그곳의 기울기는 평균해서 가장 가파른 곳의 {{slope}}뿐이라, 기울기가 거의 지나가지 못해요.',
      dead: '{{node}}의 유닛 {{units}}개 가운데 {{silent}}개가 모든 행에 0을 내요. 기울기가 지나가지 못해서, 그 앞의 가중치는 바뀌지 않아요.',
      overfitting:
        '테스트 비용은 업데이트 {{step}}에서 {{low}}[으로/로] 가장 낮았어요. 그 뒤로 {{test}}까지 올라갔는데 학습 비용은 {{train}}까지 내려갔어요. 유닛을 줄이거나, 드롭아웃을 넣거나, 데이터를 늘려도 좋아요.',
    },
    changes: {
      setRate: '학습률을 {{rate}}[으로/로] 하고 처음부터',
      addHidden: '유닛 {{units}}개짜리 은닉층을 넣고 처음부터',
      useAdam: 'Adam, 학습률 {{rate}}[으로/로] 처음부터',
      scale: '모든 열을 0–1로 맞추고 처음부터',
      startSmaller: '더 작은 가중치에서 시작하기',
      letThrough: '리키 ReLU로 바꾸고 처음부터',
      stopThere: '처음부터, 업데이트 {{step}}에서 멈추기',
      balance: '클래스 균형 맞추고 처음부터',
    },
  },
};
