import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../core/words.ts';
import { en } from './en.ts';
import { josa } from './josa.ts';
import { ko } from './ko.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** The page's texts, ready to use: everything is in the bundle, nothing is fetched. */
export function createTranslator(language: Language): I18n {
  const translator = createInstance();
  void translator
    .use(initReactI18next)
    .use(josa)
    .init({
      lng: language,
      fallbackLng: 'en',
      resources: { en: { translation: en }, ko: { translation: ko } },
      interpolation: { escapeValue: false },
      initAsync: false,
      postProcess: ['josa'],
      showSupportNotice: false,
    });
  return translator;
}

/** The language to start with: Korean where the browser asks for it. */
export const preferredLanguage = (): Language =>
  navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
