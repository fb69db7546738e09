import type { importingEn } from './importing.en.ts';
import type { SameKeys } from './same-keys.ts';

/** What is said of networks from other programs, in Korean. */
export const importingKo: SameKeys<typeof importingEn> = {
  importing: {
    pasted: '붙여 넣은 내용',
    shapeOnly: '데이터 없이 모양만 있어요',
    read: '“{{name}}”[을/를] 읽었어요. 층 {{layers}}개, 파라미터 {{parameters}}개예요.',
    readOpen:
      '“{{name}}”[을/를] 읽었어요. 층은 {{layers}}개예요. 입력 모양이 {{shape}}라서 ?인 변의 크기를 몰라요. “{{input}}”에서 정하면 모양과 파라미터 수가 정해져요.',
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
      optimizer: '최적화 방법 “{{name}}”[은/는] 여기에 없어서 기본값으로 두었어요.',
      options: '파일과 다르게 읽은 설정이 있어요: {{list}}.',
      outputs: '출력이 {{count}}개예요. 여기서는 네트워크마다 비용 함수가 하나예요.',
      weights: '파일에 있는 가중치 {{count}}개에서 시작해요.',
      'weights-too-many':
        '가중치 {{count}}개는 가져오지 않았어요. 네트워크 하나에 시작 가중치를 {{limit}}개까지 담을 수 있어요.',
      'weights-files':
        '가중치 파일이 없어요. 가중치까지 가져오려면 model.json과 {{files}}[을/를] 함께 놓으세요.',
      'weights-damaged': '가중치 파일이 망가졌거나 다른 모델의 것이라 가져오지 않았어요.',
      'weights-layers': '맞지 않는 가중치는 빼 두었어요: {{names}}.',
      'weights-archived':
        '.keras 파일의 가중치는 읽지 않아요. 가중치까지 가져오려면 모델을 .h5로 저장한 뒤 변환하세요: tensorflowjs_converter --input_format=keras model.h5 out',
    },
    format: {
      hdf5: '“{{file}}”[은/는] 여기서 읽지 않는 Keras의 HDF5 파일이에요. 파일 이름을 model.h5로 바꾸고 파이썬에서 이렇게 하면 읽을 수 있는 파일이 돼요: import keras; open("m.json", "w").write(keras.models.load_model("model.h5").to_json()). 가중치까지: tensorflowjs_converter --input_format=keras model.h5 out',
      kerasArchive:
        '“{{file}}”[은/는] .keras 파일인데 층을 찾지 못했어요. 파일 이름을 model.keras로 바꾸고 파이썬에서 이렇게 하면 읽을 수 있는 파일이 돼요: import keras; open("m.json", "w").write(keras.models.load_model("model.keras").to_json())',
      savedModel:
        '“{{file}}”[은/는] TensorFlow 그래프예요. 층은 사라지고 연산만 남아 있어요. 원래의 Keras 모델에서 만들어 주세요: open("m.json", "w").write(model.to_json())',
      onnx: '“{{file}}”[은/는] 층이 없고 연산만 있는 ONNX 파일이에요. 원래의 Keras 모델에서 만들어 주세요: open("m.json", "w").write(model.to_json())',
      torch:
        '“{{file}}”[은/는] PyTorch 파일이에요. 가중치만 있고 층은 코드에 있어요. Keras로 같은 층을 만든 뒤 이렇게 저장하세요: open("m.json", "w").write(model.to_json())',
      pickle:
        '“{{file}}”[은/는] 파이썬 피클이에요. 열 때 아무 코드나 실행될 수 있어서 읽지 않아요. 파이썬에서: open("m.json", "w").write(model.to_json())',
      tflite:
        '“{{file}}”[은/는] TensorFlow Lite 파일이라 층이 남아 있지 않아요. 원래의 Keras 모델에서 만들어 주세요: open("m.json", "w").write(model.to_json())',
      safetensors:
        '“{{file}}”에는 층 없이 가중치만 있어요. Keras 모델의 층은 이렇게 저장하세요: open("m.json", "w").write(model.to_json())',
      weightsAlone: '“{{file}}”에는 층 없이 가중치만 있어요. model.json과 함께 놓으세요.',
    },
    'not-a-model': '이 파일에는 여기서 아는 네트워크가 없어요.',
    'no-layers': '이 파일의 모델에는 층이 없어요.',
    'too-many-layers': '이 모델은 층이 {{count}}개 이상이에요. {{limit}}개까지 읽어요.',
    'too-many-wires': '이 모델은 연결이 {{count}}개 이상이에요. {{limit}}개까지 읽어요.',
    circle: '이 파일의 층들이 서로 돌아가며 이어져 있어요: {{layers}}.',
    graphModel:
      'TensorFlow.js 그래프 모델이에요. 층은 사라지고 연산만 남아 있어요. 대신 Keras 모델을 변환해 주세요: tensorflowjs_converter --input_format=keras model.h5 out',
  },
};
