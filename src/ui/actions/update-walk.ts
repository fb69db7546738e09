import { closeWalk, lookAt, moveWalk, openWalk, showWhole, walkKeys } from '../../state/walk.ts';
import type { Action, ActionContext } from './action.ts';

const walks = ({ stores }: ActionContext): boolean => stores.views.getState().walk !== undefined;

/** Walking through one update: values forward, slopes back, the step. */
export const updateWalkActions: readonly Action[] = [
  {
    id: 'walkUpdate',
    group: 'train',
    title: (context) => context.t(walks(context) ? 'updateWalk.close' : 'updateWalk.open'),
    keys: [walkKeys.leave],
    aliases: [
      'backpropagation',
      'backprop',
      'chain rule',
      'gradient',
      '역전파',
      '연쇄 법칙',
      '기울기',
    ],
    menus: ['canvas'],
    when: ({ stores }) => stores.compilations.getState().ir !== undefined,
    run: (context) => {
      if (walks(context)) closeWalk(context.stores);
      else openWalk(context.stores);
    },
  },
  {
    id: 'walkForward',
    group: 'train',
    title: ({ t }) => `${t('updateWalk.title')}: ${t('updateWalk.onward')}`,
    keys: [walkKeys.on],
    when: walks,
    run: ({ stores }) => moveWalk(stores, 1),
  },
  {
    id: 'walkBackward',
    group: 'train',
    title: ({ t }) => `${t('updateWalk.title')}: ${t('updateWalk.back')}`,
    keys: [walkKeys.back],
    when: walks,
    run: ({ stores }) => moveWalk(stores, -1),
  },
  {
    id: 'walkByItself',
    group: 'train',
    title: ({ t }) => `${t('updateWalk.title')}: ${t('updateWalk.play')}`,
    keys: [walkKeys.play],
    when: walks,
    run: ({ stores }) => lookAt(stores, { playing: !stores.views.getState().walk?.playing }),
  },
  {
    id: 'walkWhole',
    group: 'train',
    title: ({ t }) => `${t('updateWalk.title')}: ${t('updateWalk.whole')}`,
    keys: [walkKeys.whole],
    when: walks,
    run: ({ stores }) => showWhole(stores),
  },
];
