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
      focusSoon(
        () => document.querySelector<HTMLElement>('[data-advice-heading]'),
        (heading) => heading.scrollIntoView({ block: 'nearest' }),
      );
    },
  },
];
