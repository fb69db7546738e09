import * as z from 'zod';
import { formatShape } from '../core/shape.ts';
import { defineSource } from './define-layer.ts';
import { sizes } from './params.ts';

/**
 * Samples of a shape whose data are not here: the rest of the network can be read, not trained. A side may be
 * unknown (−1), as in Keras's `(None, None, 3)`; then nothing is known of what follows.
 */
export const inputShape = defineSource({
  kind: 'inputShape',
  role: 'source',
  family: 'data',
  title: { en: 'Input', ko: '입력' },
  aliases: ['shape', 'inputlayer', 'placeholder', '모양', '입력층'],
  params: z.object({
    shape: sizes([224, 224, 3], { en: 'Shape', ko: '모양' }, { open: 'all' }),
  }),
  dataset: () => undefined,
  shape: (p) => p.shape,
  face: (p) => {
    const text = formatShape(p.shape);
    return { en: text, ko: text };
  },
  keras: {
    names: ['InputLayer'],
    read: (c) => {
      const [option = 'batch_shape'] = ['batch_shape', 'batch_input_shape'].filter(c.has);
      return { shape: c.sizes(option).slice(1) };
    },
  },
  help: {
    what: {
      en: 'Says what a sample is like, without having any. Shapes and parameters can be read; for training, put data of that shape in its place.',
      ko: '데이터 없이 표본의 모양만 알려 줘요. 모양과 파라미터 수는 볼 수 있고, 학습하려면 이 모양의 데이터로 바꿔야 해요.',
    },
    formula: 'x',
    rule: { en: 'Gives the shape that is set.', ko: '정해 둔 모양을 그대로 내보내요.' },
  },
});
