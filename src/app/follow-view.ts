import type { i18n as I18n } from 'i18next';
import type { ViewState, ViewStore } from '../state/view-store.ts';

/** Puts the language and the theme on the page, now and whenever they change. */
export function followView(views: ViewStore, translator: I18n): void {
  const apply = ({ language, theme }: ViewState): void => {
    const root = document.documentElement;
    root.lang = language;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    if (translator.language !== language) void translator.changeLanguage(language);
  };
  apply(views.getState());
  // Written again as it is, the language would have the whole page's styles worked out anew.
  views.subscribe((now, before) => {
    if (now.language !== before.language || now.theme !== before.theme) apply(now);
  });
}
