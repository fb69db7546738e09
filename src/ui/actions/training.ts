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
];
