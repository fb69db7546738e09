import type { Action } from './action.ts';
import { toggleDialog } from './toggle-dialog.ts';

/** The networks that this browser keeps. */
export const projectActions: readonly Action[] = [
  {
    id: 'projects',
    group: 'file',
    title: ({ t }) => t('projects.title'),
    keys: ['o'],
    aliases: ['projects', 'recent', 'rename', 'duplicate', '프로젝트', '최근'],
    edits: true,
    when: ({ stores }) => !stores.study.getState().framed,
    run: (context) => toggleDialog(context, 'projects'),
  },
  {
    id: 'history',
    group: 'edit',
    title: ({ t }) => t('steps.title'),
    keys: ['h'],
    aliases: ['history', 'versions', 'snapshot', '기록', '버전'],
    edits: true,
    run: (context) => toggleDialog(context, 'history'),
  },
];
