import { hintNames } from '../../state/hints.ts';
import type { Action } from './action.ts';

/** How hints are sent away and called back. */
export const hintActions: readonly Action[] = [
  {
    id: 'hintsAgain',
    group: 'view',
    title: ({ t }) => t('hint.again'),
    aliases: ['tips', 'help', '도움말', '힌트'],
    when: ({ stores }) => stores.views.getState().hintsGone.length > 0,
    run: ({ stores }) => stores.views.getState().set({ hintsGone: [] }),
  },
  {
    id: 'hintsOff',
    group: 'view',
    title: ({ t }) => t('hint.off'),
    aliases: ['tips', 'help', '도움말', '힌트'],
    when: ({ stores }) =>
      hintNames.some((name) => !stores.views.getState().hintsGone.includes(name)),
    run: ({ stores }) => stores.views.getState().set({ hintsGone: [...hintNames] }),
  },
];
