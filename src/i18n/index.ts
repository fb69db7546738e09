import { type BackendModule, createInstance, type i18n as I18n, type Module } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../core/words.ts';
import type { en } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** The texts of a language, and what its sentences need beside them. */
const languages: Readonly<Record<Language, () => Promise<{ texts: object; module?: Module }>>> = {
  en: async () => ({ texts: (await import('./en.ts')).en }),
  ko: async () => {
    const { ko, josa } = await import('./korean.ts');
    return { texts: ko, module: josa };
  },
};

/** Brings a language along when it is first wanted. */
const onDemand = (translator: I18n): BackendModule => ({
  type: 'backend',
  init: () => {},
  read: (language, _, done) => {
    languages[language as Language]().then(
      ({ texts, module }) => {
        if (module) translator.use(module);
        done(null, texts);
      },
      (error: unknown) => done(error instanceof Error ? error : String(error), null),
    );
  },
});

/** The page's texts in a language, ready to use; the other one comes when it is switched to. */
export async function createTranslator(language: Language): Promise<I18n> {
  const translator = createInstance();
  await translator
    .use(onDemand(translator))
    .use(initReactI18next)
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
