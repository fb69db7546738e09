import type { Action } from './action.ts';

/** What a lecturer does. */
export const courseActions: readonly Action[] = [
  {
    id: 'present',
    group: 'course',
    title: ({ t }) => t('keys.present'),
    keys: ['p'],
    aliases: ['projector', 'lecture', '발표', '강의'],
    run: ({ stores }) => {
      const { presenting, set } = stores.study.getState();
      set({ presenting: !presenting });
    },
  },
];
