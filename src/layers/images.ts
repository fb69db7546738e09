import * as z from 'zod';
import { defineSource } from './define-layer.ts';
import { paramMeta } from './params.ts';
import { datasetParams } from './source-params.ts';

/** Small images with a class, as [height, width, channels]. */
export const images = defineSource({
  kind: 'images',
  role: 'source',
  family: 'data',
  title: { en: 'Images', ko: '이미지' },
  aliases: ['data', 'picture', 'input', 'shapes', '데이터', '그림', '입력'],
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
  }),
  dataset: (p) => p.dataset,
  face: () => undefined,
  help: {
    what: {
      en: 'Where images enter: each has a height, a width and channels, and a class as its label.',
      ko: '이미지가 들어오는 곳이에요. 이미지마다 높이, 너비, 채널이 있고 정답은 클래스예요.',
    },
    formula: '(x, y)',
    rule: {
      en: 'Gives height × width × channels.',
      ko: '높이 × 너비 × 채널을 내보내요.',
    },
  },
});
