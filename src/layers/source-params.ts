import { count, number } from './params.ts';

/** What a generated data set can be asked for; each set reads the ones it names. */
export const datasetParams = {
  size: count(
    200,
    { min: 4, max: 5000 },
    { en: 'Samples', ko: '표본 수' },
    { datasetOption: 'size' },
  ),
  noise: number(
    0.1,
    { min: 0, max: 1, step: 0.01 },
    { en: 'Noise', ko: '잡음' },
    { datasetOption: 'noise' },
  ),
  seed: count(
    1,
    { min: 0, max: 2_147_483_647 },
    { en: 'Data seed', ko: '데이터 시드' },
    { datasetOption: 'seed' },
  ),
};
