import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Words } from '../core/words.ts';

/** The language on screen. */
function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'ko' ? 'ko' : 'en';
}

/** Picks a text in the language on screen. */
export function useWords(): (words: Words | string) => string {
  const language = useLanguage();
  return useCallback((words) => (typeof words === 'string' ? words : words[language]), [language]);
}
