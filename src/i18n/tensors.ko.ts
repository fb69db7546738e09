import type { SameKeys } from './same-keys.ts';
import type { tensorProblemsEn, tensorRefusalsEn, tensorsEn } from './tensors.en.ts';

/** What calculations on tensors say, in Korean. */
export const tensorsKo: SameKeys<typeof tensorsEn> = {
  tensor: {
    title: '텐서',
    facts: '랭크 {{rank}} · 모양 {{shape}} · {{dtype}}',
    onNode: '랭크 {{rank}} · {{dtype}}',
    axis: '축 {{axis}}',
    outermost: '가장 바깥',
    innermost: '가장 안쪽',
    single: '축이 없는 숫자 하나예요.',
    size: '크기 {{size}}',
    values_one: '값 {{shown}}개',
    values_other: '값 {{shown}}개',
    more: '+{{count}}개 더',
    stretched: '{{shape}}: 축 {{axes}} 방향으로 늘려요',
    exact: 'int32라서 평균의 소수점 아래를 버렸어요. float32로 바꾸면 {{exact}}[이에요/예요].',
    pick: '노드를 고르면 텐서를 모두 볼 수 있어요.',
    none: '아직 결과가 없어요.',
    swap: '처음 두 입력의 차례 바꾸기',
    nothingToTrain: '계산은 고치는 대로 바로 돼요. 학습할 것은 없어요.',
    input: '입력 {{place}}',
  },
  tensorText: {
    empty: '숫자 하나, 또는 [[1, 2], [3, 4]]처럼 대괄호로 적어 주세요.',
    unexpected: '{{at}}번째 글자 “{{found}}”: 여기에 올 수 없어요.',
    unclosed: '{{at}}번째 글자에서 무언가 빠졌어요. 닫는 대괄호가 필요할 수 있어요.',
    'left-over': '{{at}}번째 글자 “{{found}}” 앞에서 텐서가 이미 끝났어요.',
    ragged:
      '{{at}}번째 글자에서 시작하는 부분은 {{got}}개인데 앞부분은 {{wanted}}개예요. 길이가 모두 같아야 해요.',
    'mixed-depth': '{{at}}번째 글자 “{{found}}”: 숫자와 대괄호를 나란히 둘 수 없어요.',
    'mixed-types': '{{at}}번째 글자 “{{found}}”: true, false와 숫자는 섞을 수 없어요.',
    'no-values': '{{at}}번째 글자의 대괄호가 비어 있어요.',
    'too-large':
      '{{at}}번째 글자 “{{found}}”: 정수(int32)로는 너무 커요. 소수점을 찍으면 float32가 돼요.',
    'too-many': '여기서 텐서는 값을 {{wanted}}개까지 담아요.',
    'too-deep': '대괄호는 {{wanted}}겹까지 쓸 수 있어요.',
    'not-whole': '{{at}}번째 글자 “{{found}}”: 정수가 아니에요.',
    'not-size': '{{at}}번째 글자 “{{found}}”: 크기가 될 수 없어요. 1 이상의 정수여야 해요.',
    'not-part': '{{at}}번째 글자 “{{found}}”: 자리도, 2:5 같은 범위도 아니에요.',
  },
};

/** Why a wire of a calculation is refused, in Korean. */
export const tensorRefusalsKo: SameKeys<typeof tensorRefusalsEn> = {
  mixed:
    '계산은 텐서 전체로, 네트워크는 표본으로 일해요. {{from}}[과/와] {{to}}[은/는] 이을 수 없어요.',
  given: '{{to}}[은/는] 입력을 받지 않아요.',
};

/** Why a calculation has no result, in Korean. */
export const tensorProblemsKo: SameKeys<typeof tensorProblemsEn> = {
  'mixed-wire':
    '이 선은 텐서 전체로 하는 계산과 표본으로 학습하는 네트워크를 이어요. 둘은 섞을 수 없어요.',
  'product-sizes':
    '{{first}}·{{second}}: {{columns}}[과/와] {{rows}}[이/가] 달라요. 첫째의 열 수와 둘째의 행 수가 같아야 해요.',
  'product-rank':
    '{{name}}에는 축이 둘 이상 필요한데, {{got}}의 축은 {{rank}}개예요. 축 늘리기로 더할 수 있어요.',
  'broadcast-sizes':
    '{{first}}[과/와] {{second}}: 축 {{axis}}에서 {{left}}[과/와] {{right}}[이/가] 다르고 1도 아니어서 늘릴 수 없어요.',
  'axis-range':
    '{{name}}: 축 {{axis}}[은/는] 없어요. {{got}}의 축은 0부터 {{most}}까지, 또는 {{least}}부터 −1까지예요.',
  'axis-none': '{{name}}에는 축이 필요한데, 숫자 하나에는 축이 없어요.',
  'axes-order':
    '{{name}}: {{axes}}[은/는] {{got}}의 축 {{rank}}개를 늘어놓은 차례가 아니에요. {{order}}처럼 한 번씩 적어 주세요.',
  'tensor-size':
    '{{name}}[이/가] 바라는 모양은 {{wanted}}인데, {{got}}에는 값이 {{count}}개 있어요.',
  'squeeze-size':
    '{{name}}: {{got}}의 축 {{axis}}[은/는] 크기가 {{size}}[이에요/예요]. 크기가 1인 축만 없앨 수 있어요.',
  'stack-shapes': '{{name}}: 모양이 같아야 해요. 지금은 {{first}}[과/와] {{other}}[이에요/예요].',
  'slice-rank': '{{name}}[은/는] 축 {{given}}개를 적었는데, {{got}}의 축은 {{rank}}개예요.',
  'slice-range':
    '{{name}}: {{got}}의 축 {{axis}}[은/는] 크기가 {{size}}[이라/라] {{part}}에 값이 없어요.',
  'dtypes-differ':
    '{{name}}: 자료형이 같아야 하는데 {{first}}[과/와] {{second}}[이/가] 들어와요. ‘자료형 바꾸기’로 맞출 수 있어요.',
  'dtype-unfit': '{{name}}: {{got}}[은/는] 읽을 수 없어요. ‘자료형 바꾸기’로 바꿀 수 있어요.',
  'too-many-values':
    '{{name}}의 결과가 {{shape}}[이/가] 돼요. 여기서 텐서는 값 {{limit}}개, 축 {{rank}}개까지예요.',
  'calculation-too-large':
    '{{name}}: 앞 단계의 값이 모두 합쳐 {{limit}}개를 넘어서 계산하지 않았어요.',
  'tensor-text': '{{name}}: {{why}}',
};
