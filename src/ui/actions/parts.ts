import { drawnOn } from '../edit/node-boxes.ts';
import {
  cutSelection,
  duplicateSelection,
  isPartSelected,
  pasteText,
  selectionText,
} from '../edit/parts.ts';
import type { Action, ActionContext } from './action.ts';

const hasPart = ({ stores }: ActionContext): boolean => isPartSelected(stores);

async function copy({ stores, t }: ActionContext): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(selectionText(stores) ?? '');
    return true;
  } catch {
    stores.views.getState().notify({ tone: 'bad', text: t('parts.noClipboard') });
    return false;
  }
}

/** Copies of parts of the network. The browser tells of the keys of the clipboard by its own events. */
export const partActions: readonly Action[] = [
  {
    id: 'copy',
    group: 'edit',
    title: ({ t }) => t('parts.copy'),
    keys: ['mod+c'],
    native: true,
    aliases: ['clipboard', '복사'],
    menus: ['node', 'note'],
    when: hasPart,
    run: async (context) => {
      await copy(context);
    },
  },
  {
    id: 'cut',
    group: 'edit',
    title: ({ t }) => t('parts.cut'),
    keys: ['mod+x'],
    native: true,
    aliases: ['clipboard', '오려두기'],
    menus: ['node', 'note'],
    edits: true,
    when: hasPart,
    run: async (context) => {
      if (await copy(context)) cutSelection(context.stores);
    },
  },
  {
    id: 'paste',
    group: 'edit',
    title: ({ t }) => t('parts.paste'),
    keys: ['mod+v'],
    native: true,
    aliases: ['clipboard', '붙이기'],
    menus: ['canvas'],
    edits: true,
    run: async ({ stores, flow, t }) => {
      const { notify } = stores.views.getState();
      try {
        const text = await navigator.clipboard.readText();
        if (!pasteText(stores, t, text, drawnOn(flow)))
          notify({ tone: 'info', text: t('parts.nothing') });
      } catch {
        notify({ tone: 'info', text: t('parts.noReading') });
      }
    },
  },
  {
    id: 'duplicate',
    group: 'edit',
    title: ({ t }) => t('parts.duplicate'),
    keys: ['d', 'mod+d'],
    at: 'graph',
    aliases: ['clone', 'copy', '복제'],
    menus: ['node', 'note'],
    edits: true,
    when: hasPart,
    run: ({ stores, flow, t }) => duplicateSelection(stores, t, drawnOn(flow)),
  },
  {
    id: 'boxSelect',
    group: 'canvas',
    title: ({ stores, t }) =>
      t(stores.views.getState().boxSelect ? 'parts.pan' : 'parts.boxSelect'),
    keys: ['s'],
    aliases: ['marquee', 'lasso', 'select', '범위', '선택'],
    menus: ['canvas'],
    run: ({ stores }) => {
      const { boxSelect, set } = stores.views.getState();
      set({ boxSelect: !boxSelect });
    },
  },
];
