import { type BackendModule, createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../core/words.ts';
import type { en } from './en.ts';
import { josa } from './josa.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

const texts: Readonly<Record<Language, () => Promise<object>>> = {
  en: async () => (await import('./en.ts')).en,
  ko: async () => (await import('./ko.ts')).ko,
};

/** Brings a language along when it is first wanted. */
const onDemand: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, _, done) => {
    texts[language as Language]().then(
      (all) => done(null, all),
      (error: unknown) => done(error instanceof Error ? error : String(error), null),
    );
  },
};

/** The page's texts in a language, ready to use; the other one comes when it is switched to. */
export async function createTranslator(language: Language): Promise<I18n> {
  const translator = createInstance();
  await translator
    .use(onDemand)
    .use(initReactI18next)
    .use(josa)
    .init({
      lng: language,
      fallbackLng: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
      postProcess: ['josa'],
      showSupportNotice: false,
    });
  return translator;
}

/** The language to start with: Korean where the browser asks for it. */
export const preferredLanguage = (): Language =>
  navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
