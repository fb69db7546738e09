import type { TFunction } from 'i18next';
import type { Words } from '../../core/words.ts';
import type { Refusal } from './plan-connection.ts';

/** Why a wire is refused, in words. */
export const tellRefusal = (
  t: TFunction,
  words: (value: Words | string) => string,
  { code, from, to, max }: Refusal,
): string => t(`refusal.${code}`, { from: words(from), to: words(to), max });
