import type { locksEn } from './locks.en.ts';
import type { SameKeys } from './same-keys.ts';

/** What is said where the network is locked, in Korean. */
export const locksKo: SameKeys<typeof locksEn> = {
  locks: {
    lecture:
      '발표하는 동안에는 네트워크가 잠겨 있어요. 다른 네트워크를 열려면 발표 모드를 끝내 주세요.',
    looking: '보기만 하는 페이지예요. 학습해 볼 수는 있지만 네트워크를 고칠 수는 없어요.',
    fixed: '보기만 하는 페이지라서 다른 네트워크는 열 수 없어요.',
  },
};
