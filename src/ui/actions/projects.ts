import type { Action } from './action.ts';

/** The networks that this browser keeps. */
export const projectActions: readonly Action[] = [
  {
    id: 'projects',
    group: 'file',
    title: ({ t }) => t('projects.title'),
    keys: ['o'],
    aliases: ['projects', 'recent', 'rename', 'duplicate', '프로젝트', '최근'],
    edits: true,
    run: ({ stores }) => stores.views.getState().set({ dialog: 'projects' }),
  },
  {
    id: 'history',
    group: 'edit',
    title: ({ t }) => t('steps.title'),
    keys: ['h'],
    aliases: ['history', 'versions', 'snapshot', '기록', '버전'],
    edits: true,
    run: ({ stores }) => stores.views.getState().set({ dialog: 'history' }),
  },
];
