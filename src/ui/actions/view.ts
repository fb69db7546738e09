import type { ViewState } from '../../state/view-store.ts';
import type { Action, ActionContext } from './action.ts';
import { openCommands } from './open-commands.ts';
import { toggleDialog } from './toggle-dialog.ts';

/** Shows a page of the right panel; shown already, the panel goes. */
function showRight({ stores }: ActionContext, tab: ViewState['rightTab']): void {
  const { rightTab, rightOpen, set } = stores.views.getState();
  set(rightOpen && rightTab === tab ? { rightOpen: false } : { rightTab: tab, rightOpen: true });
}

/** How the page is looked at. */
export const viewActions: readonly Action[] = [
  {
    id: 'commands',
    group: 'view',
    title: ({ t }) => t('commands.title'),
    keys: ['mod+k'],
    whileTyping: true,
    aliases: ['command palette', 'search', '명령', '검색'],
    run: (context) => {
      if (context.stores.views.getState().dialog === 'commands') toggleDialog(context, 'commands');
      else openCommands(context.stores);
    },
  },
  {
    id: 'see',
    group: 'view',
    title: ({ t }) => t('action.panel', { name: t('right.see') }),
    keys: ['1'],
    aliases: ['pictures', '그림'],
    run: (context) => showRight(context, 'see'),
  },
  {
    id: 'settings',
    group: 'view',
    title: ({ t }) => t('action.panel', { name: t('right.train') }),
    keys: ['2'],
    aliases: ['optimizer', 'learning rate', '학습률'],
    run: (context) => showRight(context, 'train'),
  },
  {
    id: 'inspect',
    group: 'view',
    title: ({ t }) => t('action.panel', { name: t('right.layer') }),
    keys: ['3'],
    aliases: ['inspector', 'parameters', '속성'],
    edits: true,
    run: (context) => showRight(context, 'layer'),
  },
  {
    id: 'build',
    group: 'view',
    title: ({ t }) => t('bar.leftPanel'),
    keys: ['b'],
    aliases: ['palette', '팔레트'],
    edits: true,
    run: ({ stores }) => {
      const { leftOpen, set } = stores.views.getState();
      set({ leftOpen: !leftOpen });
    },
  },
  {
    id: 'outline',
    group: 'view',
    title: ({ stores, t }) =>
      t(stores.views.getState().outline ? 'outline.close' : 'outline.title'),
    keys: ['l'],
    aliases: ['outline', 'text', 'screen reader', '목록', '글'],
    menus: ['canvas'],
    run: ({ stores }) => {
      const { outline, set } = stores.views.getState();
      set({ outline: !outline });
    },
  },
  {
    id: 'spread',
    group: 'view',
    title: ({ stores, t }) => t(stores.views.getState().spread ? 'spread.hide' : 'spread.show'),
    row: ({ t }) => t('spread.show'),
    keys: ['v'],
    aliases: ['histogram', 'saturation', 'vanishing gradient', '히스토그램', '포화', '기울기 소실'],
    menus: ['canvas'],
    run: ({ stores }) => {
      const { spread, set } = stores.views.getState();
      set({ spread: !spread });
    },
  },
  {
    id: 'theme',
    group: 'view',
    title: ({ t }) => t('action.theme'),
    aliases: ['dark', 'light', '어두운', '밝은'],
    run: ({ stores }) => {
      const { set } = stores.views.getState();
      const isDark = getComputedStyle(document.documentElement).colorScheme === 'dark';
      set({ theme: isDark ? 'light' : 'dark' });
    },
  },
  {
    id: 'language',
    group: 'view',
    title: ({ t }) => t('bar.language'),
    aliases: ['korean', 'english', '한국어', '영어'],
    run: ({ stores }) => {
      const { language, set } = stores.views.getState();
      set({ language: language === 'ko' ? 'en' : 'ko' });
    },
  },
  {
    id: 'keys',
    group: 'view',
    title: ({ t }) => t('keys.title'),
    keys: ['?'],
    aliases: ['help', 'shortcuts', '도움말'],
    run: (context) => toggleDialog(context, 'keys'),
  },
];
