import { defineLike } from './like.ts';

/** Ones in the shape of a tensor. */
export const tensorOnesLike = defineLike({
  kind: 'tensorOnesLike',
  value: 1,
  title: { en: 'Ones like', ko: '1로 채우기' },
  aliases: ['fill', 'tf.ones_like', '채우기'],
  what: {
    en: 'Ones in the shape and type of what arrives.',
    ko: '들어온 텐서와 같은 모양, 같은 자료형을 1로 채워요.',
  },
});
