import type { TFunction } from 'i18next';

/** In words why the browser kept nothing; what it said itself is told as it is. */
export const storageReason = (t: TFunction, why: string): string =>
  why === 'full' || why === 'denied' ? t(`storage.${why}`) : why;
