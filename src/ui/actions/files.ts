import { emptyDocument } from '../../document/create.ts';
import type { Action } from './action.ts';
import { toggleDialog } from './toggle-dialog.ts';

/** Networks as files. */
export const fileActions: readonly Action[] = [
  {
    id: 'start',
    group: 'file',
    title: ({ t }) => t('bar.lessons'),
    aliases: ['lessons', 'course', 'presets', '수업', '강의'],
    edits: true,
    run: ({ stores }) => stores.views.getState().set({ startOpen: true }),
  },
  {
    id: 'new',
    group: 'file',
    title: ({ t }) => t('projects.new'),
    aliases: ['empty canvas', '빈 캔버스', '새로'],
    edits: true,
    run: ({ files, t }) => files.open(emptyDocument(t('app.untitled'))),
  },
  {
    id: 'open',
    group: 'file',
    title: ({ t }) => t('bar.open'),
    keys: ['mod+o'],
    aliases: ['load', 'file', '파일', '불러오기'],
    edits: true,
    run: ({ files }) => files.pick(),
  },
  {
    id: 'save',
    group: 'file',
    title: ({ t }) => t('bar.save'),
    keys: ['mod+s'],
    aliases: ['download', 'file', '파일', '내려받기'],
    run: ({ files }) => files.save(),
  },
  {
    id: 'share',
    group: 'file',
    title: ({ t }) => t('share.title'),
    keys: ['mod+shift+l'],
    aliases: ['link', 'qr', 'embed', 'export', 'svg', 'png', '링크', '내보내기'],
    run: (context) => toggleDialog(context, 'share'),
  },
];
