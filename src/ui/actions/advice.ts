import { bringUp } from '../kit/bring-up.ts';
import { focusSoon } from '../kit/focus-soon.ts';
import type { Action } from './action.ts';

/** What a run suggests to try. */
export const adviceActions: readonly Action[] = [
  {
    id: 'advice',
    group: 'train',
    title: ({ t }) => t('advice.heading'),
    aliases: ['advice', 'hint', 'help', 'diagnosis', '조언', '진단'],
    when: ({ stores }) => stores.advice.getState().advice.length > 0,
    run: ({ stores }) => {
      stores.views.getState().set({ rightTab: 'see', rightOpen: true });
      const find = () => document.querySelector<HTMLElement>('[data-advice-heading]');
      focusSoon(find);
      bringUp(() => find()?.parentElement ?? null);
    },
  },
  {
    id: 'findRate',
    group: 'train',
    title: ({ t }) => t('rate.search'),
    aliases: ['learning rate finder', 'lr finder', '학습률'],
    menus: ['canvas'],
    when: ({ stores }) => stores.compilations.getState().ir !== undefined,
    run: ({ stores }) => {
      const { views, compilations, documents, rate } = stores;
      const { ir } = compilations.getState();
      if (!ir) return;
      const { unfolded, set } = views.getState();
      const open = [...new Set([...unfolded, 'rate-finder'])];
      set({ rightTab: 'see', rightOpen: true, unfolded: open });
      void rate.getState().search(ir, documents.getState().document.training);
      focusSoon(() =>
        document.querySelector<HTMLElement>('[data-picture="rate-finder"] h2 button'),
      );
      bringUp(
        () => document.querySelector('[data-picture="rate-finder"]')?.firstElementChild ?? null,
      );
    },
  },
];
