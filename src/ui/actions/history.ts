import type { Action } from './action.ts';
import { stepText } from './step-text.ts';

/** The way back through the document's history, and forth. */
export const historyActions: readonly Action[] = [
  {
    id: 'undo',
    group: 'edit',
    title: ({ stores, t, words }) => {
      const { step } = stores.documents.getState();
      const { pastStates } = stores.documents.temporal.getState();
      const what = pastStates.length > 0 && step && stepText(step, t, words, stores.catalogue);
      return what ? t('history.undoStep', { what }) : t('bar.undo');
    },
    row: ({ t }) => t('bar.undo'),
    keys: ['mod+z'],
    aliases: ['back', '취소'],
    edits: true,
    when: ({ stores }) => stores.documents.temporal.getState().pastStates.length > 0,
    run: ({ stores }) => stores.documents.temporal.getState().undo(),
  },
  {
    id: 'redo',
    group: 'edit',
    title: ({ stores, t, words }) => {
      const step = stores.documents.temporal.getState().futureStates.at(-1)?.step;
      const what = step && stepText(step, t, words, stores.catalogue);
      return what ? t('history.redoStep', { what }) : t('bar.redo');
    },
    row: ({ t }) => t('bar.redo'),
    keys: ['mod+shift+z', 'mod+y'],
    aliases: ['forward', '앞으로'],
    edits: true,
    when: ({ stores }) => stores.documents.temporal.getState().futureStates.length > 0,
    run: ({ stores }) => stores.documents.temporal.getState().redo(),
  },
];
