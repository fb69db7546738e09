import type { Recording } from '../../engine/frame.ts';
import { momentBeside } from '../time/moments.ts';
import type { Action, ActionContext } from './action.ts';

const recordingOf = ({ stores }: ActionContext): Recording | undefined =>
  stores.runs.getState().frame?.recording;

/** Whether there is a moment before the end. */
const isRecorded = (context: ActionContext): boolean => {
  const recording = recordingOf(context);
  return recording !== undefined && recording.end > recording.first;
};

const isPast = (context: ActionContext): boolean => recordingOf(context)?.at !== undefined;

function show({ stores }: ActionContext, step: number | undefined): void {
  stores.views.getState().set({ replaying: false });
  void stores.runs.getState().scrub(step);
}

function go(context: ActionContext, way: -1 | 1): void {
  const { runs } = context.stores;
  const recording = recordingOf(context);
  if (!recording) return;
  // While it runs, the end moves on: first it is to stand.
  if (runs.getState().running) runs.getState().pause();
  else show(context, momentBeside(recording, way));
}

/** Going back in time. */
export const timeActions: readonly Action[] = [
  {
    id: 'moment-back',
    group: 'train',
    title: ({ t }) => t('time.back'),
    keys: ['<'],
    aliases: ['history', 'rewind', 'scrub', 'time', '시간', '되돌리기'],
    when: isRecorded,
    run: (context) => go(context, -1),
  },
  {
    id: 'moment-on',
    group: 'train',
    title: ({ t }) => t('time.forward'),
    keys: ['>'],
    aliases: ['scrub', 'time', '시간'],
    when: isPast,
    run: (context) => go(context, 1),
  },
  {
    id: 'moment-end',
    group: 'train',
    title: ({ t }) => t('time.end'),
    keys: ['end'],
    aliases: ['now', 'live', 'return', '현재'],
    when: isPast,
    run: (context) => show(context, undefined),
  },
  {
    id: 'replay',
    group: 'train',
    title: ({ stores, t }) => t(stores.views.getState().replaying ? 'time.stop' : 'time.play'),
    keys: ['shift+r'],
    aliases: ['recording', 'film', 'playback', '재생', '녹화'],
    when: isRecorded,
    run: ({ stores: { views } }) =>
      views.getState().set({ replaying: !views.getState().replaying }),
  },
  {
    id: 'film',
    group: 'train',
    title: ({ t }) => t('film.open'),
    aliases: ['video', 'webm', 'gif', 'export', 'film strip', '영상', '녹화', '동영상'],
    when: isRecorded,
    run: ({ stores: { views } }) =>
      views.getState().set({ dialog: 'film', rightTab: 'see', rightOpen: true }),
  },
];
