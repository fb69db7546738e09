import type { Action } from './action.ts';

/** Training: all that the run bar does. */
export const trainingActions: readonly Action[] = [
  {
    id: 'train',
    group: 'train',
    title: ({ stores, t }) => t(stores.runs.getState().running ? 'run.pause' : 'run.train'),
    keys: ['space'],
    aliases: ['run', 'play', 'fit', '실행', '멈춤'],
    run: ({ stores, training }) => {
      if (stores.runs.getState().running) training.pause();
      else training.train();
    },
  },
  {
    id: 'step',
    group: 'train',
    title: ({ t }) => t('run.step'),
    keys: ['.'],
    aliases: ['update', 'iteration', '업데이트'],
    run: ({ training }) => training.advance({ steps: 1 }),
  },
  {
    id: 'epoch',
    group: 'train',
    title: ({ t }) => t('run.epoch'),
    keys: ['shift+e'],
    aliases: ['epoch', '에포크'],
    run: ({ training }) => training.advance({ epochs: 1 }),
  },
  {
    id: 'reset',
    group: 'train',
    title: ({ t }) => t('run.reset'),
    keys: ['r'],
    aliases: ['rewind', 'initial weights', '처음'],
    run: ({ training }) => training.reset(),
  },
  {
    id: 'seeds',
    group: 'train',
    title: ({ stores, t }) => {
      const { running, setup } = stores.seeds.getState();
      return running ? t('seeds.stopAction') : t('seeds.train', { count: setup.count });
    },
    keys: ['shift+t'],
    aliases: ['seeds', 'starts', 'robustness', 'initial weights', '초깃값', '여러 번'],
    when: ({ stores }) => stores.compilations.getState().ir !== undefined,
    run: ({ stores }) => {
      const { seeds, views, catalogue } = stores;
      const { running, setup, start, cancel } = seeds.getState();
      if (running) return cancel();
      const { unfolded, set } = views.getState();
      set({ rightTab: 'see', rightOpen: true, unfolded: [...new Set([...unfolded, 'seeds'])] });
      seeds.getState().arrange({ setting: undefined });
      const { count, first, updates } = setup;
      void start({ count, first, ...(updates !== undefined && { updates }) }, catalogue);
    },
  },
];
