import type { TFunction } from 'i18next';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from '../../core/words.ts';

/** The texts of the language that is not on screen, once they are wanted and there. */
export function useOtherLanguage(
  wanted: boolean,
): { readonly t: TFunction; readonly words: (value: Words | string) => string } | undefined {
  const { i18n } = useTranslation();
  const other = i18n.language === 'ko' ? 'en' : 'ko';
  const [loaded, setLoaded] = useState(i18n.hasResourceBundle(other, 'translation'));
  useEffect(() => {
    if (!wanted) return undefined;
    let alive = true;
    i18n.loadLanguages(other).then(
      () => alive && setLoaded(true),
      // Without them, what is on screen and the aliases still answer.
      () => {},
    );
    return () => {
      alive = false;
    };
  }, [i18n, other, wanted]);
  return useMemo(
    () =>
      loaded
        ? {
            t: i18n.getFixedT(other) as TFunction,
            words: (value: Words | string) => (typeof value === 'string' ? value : value[other]),
          }
        : undefined,
    [i18n, other, loaded],
  );
}
