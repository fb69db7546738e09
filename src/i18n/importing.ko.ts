import type { importingEn } from './importing.en.ts';
import type { SameKeys } from './same-keys.ts';

/** What is said of networks from other programs, in Korean. */
export const importingKo: SameKeys<typeof importingEn> = {
  importing: {
    shapeOnly: '데이터 없이 모양만 있어요',
    read: '“{{name}}”[을/를] 읽었어요. 층 {{layers}}개, 파라미터 {{parameters}}개예요.',
    readUnknown:
      '“{{name}}”[을/를] 읽었어요. 층 {{layers}}개이고, 알 수 있는 파라미터는 {{parameters}}개예요.',
    missing: '여기에 없어서 자리만 남겨 둔 층: {{list}}.',
    missingKind: '{{name}} ({{layer}})',
    missingOption: '{{name}} ({{layer}}, {{option}} = {{value}})',
    missingShared: '{{name}} (여러 번 쓰인 {{layer}})',
    more: '그 밖에 {{count}}개',
    noted: {
      starts: '초깃값 규칙이 여기에 없는 텐서 {{count}}개는 이 페이지의 규칙으로 시작해요.',
      frozen: '파일에서 고정된 층 {{count}}개도 여기서는 학습해요.',
      loss: '비용 함수 “{{name}}”[은/는] 여기에 없어요. 하나 추가해 주세요.',
      optimizer: '최적화 방법 “{{name}}”[은/는] 여기에 없어서 보통 것으로 두었어요.',
      outputs: '출력이 {{count}}개예요. 여기서는 네트워크마다 비용 함수가 하나예요.',
    },
    'not-a-model': '이 파일에는 여기서 아는 네트워크가 없어요.',
    'no-layers': '이 파일의 모델에는 층이 없어요.',
    'too-many-layers': '이 모델은 층이 {{count}}개 이상이에요. {{limit}}개까지 읽어요.',
    circle: '이 파일의 층들이 서로 돌아가며 이어져 있어요: {{layers}}.',
    graphModel:
      'TensorFlow.js 그래프 모델이에요. 층은 사라지고 연산만 남아 있어요. 대신 Keras 모델을 변환해 주세요: tensorflowjs_converter --input_format=keras model.h5 out',
  },
};
