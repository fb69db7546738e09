import * as z from 'zod';
import { defineSource } from './define-layer.ts';
import { choice, number, paramMeta } from './params.ts';
import { datasetParams } from './source-params.ts';

const side = z.int().min(1).max(256);

/** Images that were brought along, as the document knows them. */
const storedSchema = z.object({
  key: z.string().max(80),
  title: z.string().max(120),
  shape: z.tuple([side, side, z.union([z.literal(1), z.literal(3)])]),
  classes: z.array(z.string().max(60)).min(2).max(256),
  trainRows: z.int().min(1).max(10_000_000),
  testRows: z.int().min(0).max(10_000_000),
});

/** Small images with a class, as [height, width, channels]. */
export const images = defineSource({
  kind: 'images',
  role: 'source',
  family: 'data',
  title: { en: 'Images', ko: '이미지' },
  aliases: [
    'data',
    'picture',
    'input',
    'shapes',
    'mnist',
    'digits',
    '데이터',
    '그림',
    '입력',
    '숫자',
  ],
  params: z.object({
    dataset: z
      .string()
      .max(64)
      .default('shapes')
      .register(paramMeta, {
        title: { en: 'Data set', ko: '데이터' },
        control: { type: 'dataset', modality: 'images' },
      }),
    ...datasetParams,
    normalise: choice(
      'unit',
      {
        unit: { en: 'to 0–1', ko: '0–1로' },
        standard: { en: 'to mean 0, spread 1', ko: '평균 0, 표준편차 1로' },
      },
      { en: 'Scale values', ko: '값 맞추기' },
    ),
    shift: number(
      0,
      { min: 0, max: 8, step: 1 },
      { en: 'Move up to, pixels', ko: '최대 이동(픽셀)' },
    ),
    rotate: number(
      0,
      { min: 0, max: 45, step: 1 },
      { en: 'Turn up to, degrees', ko: '최대 회전(도)' },
    ),
    zoom: number(
      0,
      { min: 0, max: 0.5, step: 0.05 },
      { en: 'Zoom up to, share', ko: '최대 확대·축소(비율)' },
    ),
    stored: storedSchema
      .nullable()
      .default(null)
      .register(paramMeta, { title: { en: 'Images', ko: '이미지' }, control: { type: 'hidden' } }),
  }),
  dataset: (p) => p.dataset,
  prepare: ({ normalise, shift, rotate, zoom }) => ({
    standardise: normalise === 'standard',
    augmentation: shift > 0 || rotate > 0 || zoom > 0 ? { shift, rotate, zoom } : undefined,
  }),
  face: () => undefined,
  help: {
    what: {
      en: 'Where images enter: each has a height, a width and channels, and a class as its label. Training images can be moved, turned and zoomed at random, so that the network sees more than there are.',
      ko: '이미지가 들어오는 곳이에요. 이미지마다 높이, 너비, 채널이 있고 정답은 클래스예요. 학습할 때 이미지를 조금씩 옮기고 돌리고 키워서 더 다양한 모습을 보여 줄 수 있어요.',
    },
    formula: '(x, y)',
    rule: {
      en: 'Gives height × width × channels.',
      ko: '높이 × 너비 × 채널을 내보내요.',
    },
  },
});
