import type { problemsEn } from './problems.en.ts';
import type { SameKeys } from './same-keys.ts';
import { tensorProblemsKo } from './tensors.ko.ts';

/** What the compiler finds, and the mends it offers, in Korean. */
export const problemsKo: SameKeys<typeof problemsEn> = {
  problem: {
    'unknown-kind': '이 페이지는 “{{kind}}” 층을 몰라요. 그대로 보관해 둘게요.',
    'foreign-kind':
      '이 페이지에는 “{{layer}}” 층이 없어요. 읽은 그대로 두었으니 다른 층으로 바꿔 주세요.',
    'foreign-option':
      '이 {{layer}}에는 {{option}} = {{value}} 설정이 있는데, 이 페이지에는 없는 설정이에요.',
    'foreign-shared':
      '이 {{layer}}[은/는] 같은 가중치로 여러 번 쓰이는데, 이 페이지에는 없는 방식이에요.',
    'open-shape':
      '{{shape}}에서 ?로 표시한 변의 크기를 몰라요. 선택 패널에서 정하면 모양과 파라미터 수가 정해져요.',
    'no-data':
      '{{shape}} 모양의 데이터가 아직 없어요. 학습하려면 데이터 패널에서 고르거나 끌어다 놓으세요.',
    'parameter-invalid': '{{name}}: {{param}} 값이 {{value}}인데, {{range}} 조건에 맞아야 해요.',
    'unknown-dataset': '“{{dataset}}” 데이터가 없어요.',
    'no-images': '아직 이미지가 없어요. 페이지에 끌어다 놓거나 데이터 패널에서 골라 주세요.',
    'no-table':
      '아직 표가 없어요. CSV 파일을 페이지에 끌어다 놓거나 붙여 넣거나 데이터 패널에서 입력해 주세요.',
    'no-samples': '아직 표본이 없어요. 결정 경계 그림을 눌러 점을 찍어 주세요.',
    'no-inputs': '입력으로 쓸 열이 없어요. 데이터 패널에서 하나 이상 골라 주세요.',
    'text-input':
      '“{{column}}” 열은 글자라서 네트워크가 읽을 수 없어요. 빼거나 정답으로 써 주세요.',
    'no-label': '정답 열이 없어요. 데이터 패널에서 골라 주세요.',
    'label-not-class':
      '“{{column}}” 열은 클래스가 될 수 없어요. 정수가 아니거나 0보다 작거나 종류가 너무 많아요.',
    'label-is-text': '“{{column}}” 열은 글자예요. 정답으로 쓰려면 숫자가 아니라 클래스여야 해요.',
    cycle: '선이 한 바퀴 돌고 있어요. 데이터에서 비용 함수까지 한 방향으로 이어져야 해요.',
    'no-source': '네트워크는 데이터에서 시작해요.',
    'two-sources': '데이터가 {{count}}개예요. 하나만 있어야 해요.',
    'no-loss': '네트워크는 비용 함수로 끝나요. 학습은 그 값을 줄여요.',
    'two-losses': '비용 함수가 {{count}}개예요. 하나만 있어야 해요.',
    'open-input': '{{name}}: 입력이 {{min}}개 필요한데 {{count}}개예요. 선을 이어 주세요.',
    'too-many-inputs': '{{name}}: 입력이 {{count}}개예요. {{max}}개까지 받을 수 있어요.',
    'after-loss': '비용 함수 뒤에는 아무것도 올 수 없어요.',
    unreachable: '데이터의 신호가 {{name}}까지 닿지 않아요.',
    'dead-end': '{{name}}의 출력을 읽는 층이 없어서 학습에서 빠져요.',
    'nothing-to-train': '학습할 것이 없어요. 완전 연결층처럼 가중치가 있는 층을 넣어 주세요.',
    'rank-mismatch':
      '{{name}}의 입력은 {{expectedShape}}인데, {{before}}의 출력은 {{got}}[이에요/예요].',
    'kernel-too-large': '{{name}}의 창 {{window}}[이/가] 입력 {{got}}보다 커요.',
    'reshape-size':
      '{{name}}[이/가] 바라는 모양은 {{wanted}}인데, 들어오는 것은 {{got}}, 숫자 {{count}}개예요. 개수가 같아야 해요.',
    'merge-shapes-differ':
      '{{name}}[은/는] 같은 모양끼리 합쳐요. 지금은 {{first}}[과/와] {{other}}[이에요/예요].',
    'values-count':
      '{{name}}: {{weight}}({{shape}})의 초깃값이 {{expected}}개 필요한데 {{given}}개가 있어요.',
    'empty-output': '{{name}}의 출력이 {{got}}[이/가] 돼서 남는 값이 없어요.',
    'too-many-parameters':
      '파라미터가 {{count}}개가 되고 대부분 {{name}}에 있어요. {{limit}}개까지 돼요.',
    'too-much-memory':
      '표본 하나가 숫자 {{count}}개를 남기고 대부분 {{name}}에 있어요. {{limit}}개까지 돼요.',
    'output-size-classes':
      '{{before}}의 출력은 {{got}}개인데, 클래스 {{classes}}개에 이 비용 함수를 쓰려면 {{expected}}개여야 해요.',
    'output-size-numbers': '{{before}}의 출력은 {{got}}개인데, 정답은 {{expected}}개예요.',
    'softmax-one-unit': '유닛 하나에 소프트맥스를 쓰면 언제나 1이라서 배울 수 없어요.',
    'sigmoid-with-categorical':
      '범주형 교차 엔트로피는 합이 1인 확률이 필요한데, 시그모이드는 그렇지 않아요.',
    'logits-after-squash': '비용 함수는 로짓을 읽는데, {{before}}[이/가] 이미 확률로 바꿨어요.',
    'probabilities-expected':
      '비용 함수는 확률을 읽는데, {{before}}[은/는] 아무 수나 내보내요. 학습은 되지만 잘 안 돼요.',
    'softmax-with-binary':
      '소프트맥스는 클래스마다 확률을 하나씩 내요. 여기에는 범주형 교차 엔트로피가 맞아요.',
    'regression-with-classification-loss':
      '정답이 숫자예요. {{lossType}}[은/는] 클래스에 쓰는 비용 함수예요.',
    ...tensorProblemsKo,
  },
  shapeOf: {
    row: '숫자 한 줄',
    image: '이미지(높이 × 너비 × 채널)',
    other: '축 {{rank}}개',
  },
  fix: {
    disconnect: '선 지우기',
    remove: '이것 지우기',
    insert: '{{kind}} 끼우기',
    add: '{{kind}} 넣기',
    'set-size': '{{name}} 크기를 {{size}}[으로/로] 바꾸기',
    'set-kernel': '창을 {{window}}[으로/로] 바꾸기',
    'set-shape': '{{shape}}[으로/로] 바꾸기',
    replace: '{{kind}} 쓰기',
    'set-loss': '{{lossType}} 쓰기',
    'read-logits': '비용 함수가 로짓을 읽게 하기',
    'read-probabilities': '비용 함수가 확률을 읽게 하기',
    'reset-parameter': '{{param}}: {{value}}[으로/로] 바꾸기',
    redraw: '가중치를 N(0, 1)에서 새로 뽑기',
    'use-dataset': '“{{dataset}}” 쓰기',
    'choose-columns': '쓸 수 있는 열로 고르기',
  },
  lossName: {
    meanSquaredError: '평균 제곱 오차',
    binaryCrossentropy: '이진 교차 엔트로피',
    categoricalCrossentropy: '범주형 교차 엔트로피',
  },
};
