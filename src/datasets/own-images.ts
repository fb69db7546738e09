import { defineDataset } from './define-dataset.ts';
import { samplesOf } from './packed-images.ts';

/** Prefix of assets that the browser keeps rather than the page's server. */
export const STORED = 'stored:';

/** Images that a person brought along: IDX files, folders of pictures, tables. Kept in the browser. */
export const ownImages = defineDataset({
  id: 'ownImages',
  modality: 'images',
  title: { en: 'Own images', ko: '내 이미지' },
  blurb: {
    en: 'Drop IDX files, a folder or .zip of pictures, or a table.',
    ko: 'IDX 파일, 그림 폴더나 .zip, 표를 끌어다 놓으세요.',
  },
  options: ['stored'],
  emblem: '+',
  whenEmpty: 'no-images',
  spec: ({ stored }) => ({
    input: [...(stored?.shape ?? [28, 28, 1])],
    target: { type: 'classes', count: Math.max(2, stored?.classes.length ?? 10) },
  }),
  rows: ({ stored }) => (stored ? stored.trainRows + stored.testRows : 0),
  asset: ({ stored }) => (stored ? `${STORED}${stored.key}` : undefined),
  classNames: ({ stored }) => stored?.classes ?? [],
  samples: (options, bytes) =>
    options.stored
      ? samplesOf(bytes)
      : { spec: ownImages.spec(options), rows: 0, x: new Uint8Array(0), y: new Float32Array(0) },
});
