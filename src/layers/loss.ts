import * as z from 'zod';
import { lossFormula } from '../core/loss.ts';
import { defineLoss } from './define-layer.ts';
import { choice } from './params.ts';

const titles = {
  meanSquaredError: { en: 'mean squared error', ko: '평균 제곱 오차' },
  binaryCrossentropy: { en: 'binary cross-entropy', ko: '이진 교차 엔트로피' },
  categoricalCrossentropy: { en: 'categorical cross-entropy', ko: '범주형 교차 엔트로피' },
};

const isSquared = (params: Readonly<Record<string, unknown>>): boolean =>
  params['type'] === 'meanSquaredError';

const plain = { on: 'probabilities', stability: 'clipped', reduction: 'mean' } as const;
const lossTypes = ['meanSquaredError', 'binaryCrossentropy', 'categoricalCrossentropy'] as const;

/** Losses as Keras calls them, in lower case and without what parts the words. */
const kerasNames: ReadonlyMap<string, keyof typeof titles> = new Map([
  ['mse', 'meanSquaredError'],
  ['meansquarederror', 'meanSquaredError'],
  ['binarycrossentropy', 'binaryCrossentropy'],
  ['categoricalcrossentropy', 'categoricalCrossentropy'],
  ['sparsecategoricalcrossentropy', 'categoricalCrossentropy'],
]);

/** Compares the network's output with the labels; the one number that training makes small. */
export const loss = defineLoss({
  kind: 'loss',
  role: 'objective',
  family: 'output',
  title: { en: 'Loss', ko: '비용 함수' },
  aliases: [
    'cost',
    'mse',
    'cross entropy',
    'bce',
    'cce',
    'output',
    '손실',
    '비용',
    '크로스 엔트로피',
  ],
  params: z.object({
    type: choice('binaryCrossentropy', titles, { en: 'Loss', ko: '비용 함수' }),
    on: choice(
      'probabilities',
      {
        probabilities: { en: 'probabilities', ko: '확률' },
        logits: { en: 'logits (squashed here)', ko: '로짓 (여기서 확률로 바꿔요)' },
      },
      { en: 'Reads', ko: '입력' },
      { when: (params) => !isSquared(params) },
    ),
    stability: choice(
      'clipped',
      {
        clipped: { en: 'clipped to 1e-7', ko: '1e-7에서 잘라요' },
        naive: { en: 'naive (ln 0 is infinite)', ko: '그대로 (ln 0은 무한대)' },
      },
      { en: 'Logarithm', ko: '로그' },
      { when: (params) => !isSquared(params) && params['on'] !== 'logits' },
    ),
    reduction: choice(
      'mean',
      { mean: { en: 'mean', ko: '평균' }, sum: { en: 'sum', ko: '합' } },
      { en: 'Over the batch', ko: '배치에서' },
      { when: isSquared },
    ),
  }),
  loss: (p) => ({
    type: p.type,
    on: p.type === 'meanSquaredError' ? 'probabilities' : p.on,
    stability: p.stability,
    reduction: p.type === 'meanSquaredError' ? p.reduction : 'mean',
  }),
  fit: (change) => change,
  fromKeras: (name, onLogits) => {
    const type = kerasNames.get(name);
    if (!type) return undefined;
    return { type, on: onLogits ? ('logits' as const) : ('probabilities' as const) };
  },
  face: (p) => titles[p.type],
  help: {
    what: {
      en: 'Compares the network’s answer H with the label y. Training makes this number small.',
      ko: '네트워크의 답 H를 정답 y와 비교해요. 학습은 이 값을 줄이는 일이에요.',
    },
    formula: lossTypes.map((type) => lossFormula({ ...plain, type })).join('\n'),
    rule: {
      en: 'Reads as many numbers as the label has; gives one number.',
      ko: '정답과 같은 개수의 숫자를 읽고, 숫자 하나를 내요.',
    },
  },
});
