import { defineLike } from './like.ts';

/** Zeros in the shape of a tensor. */
export const tensorZerosLike = defineLike({
  kind: 'tensorZerosLike',
  value: 0,
  title: { en: 'Zeros like', ko: '0으로 채우기' },
  aliases: ['fill', 'tf.zeros_like', '채우기'],
  what: {
    en: 'Zeros in the shape and type of what arrives.',
    ko: '들어온 텐서와 같은 모양, 같은 자료형을 0으로 채워요.',
  },
});
