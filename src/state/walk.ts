import type { Ir } from '../compiler/ir.ts';
import type { Frame, Recording } from '../engine/frame.ts';
import type { Place } from '../engine/walk/anatomy.ts';
import { type Stage, stagesOf } from '../engine/walk/stages.ts';
import type { Stores } from './stores.ts';
import type { Walk } from './view-store.ts';

type Parts = Pick<Stores, 'views' | 'runs' | 'compilations'>;

/** Keys of a walk, as they stand in the list of keys and on its buttons. */
export const walkKeys = { leave: 'w', on: ']', back: '[', play: 'shift+w', whole: '}' } as const;

const known = new WeakMap<Ir, readonly Stage[]>();

/** All stops of a walk through one update of a network. */
export function stopsOf(ir: Ir): readonly Stage[] {
  const stops = known.get(ir) ?? stagesOf(ir);
  known.set(ir, stops);
  return stops;
}

const start: Walk = {
  at: 0,
  row: undefined,
  place: undefined,
  playing: false,
  check: false,
  taken: undefined,
  before: undefined,
};

/** Where a walk is, and where it leads; nothing while there is none. */
function walkOf({ views, compilations }: Pick<Parts, 'views' | 'compilations'>) {
  const { walk } = views.getState();
  const { ir } = compilations.getState();
  if (!walk || !ir) return undefined;
  const stops = stopsOf(ir);
  const at = Math.min(walk.at, stops.length - 1);
  return { walk, stops, at, stage: stops[at] as Stage };
}

/** Begins to walk through the next update; what trains rests. False where nothing can be trained. */
export function openWalk({ views, runs, compilations }: Parts): boolean {
  if (!compilations.getState().ir) return false;
  if (runs.getState().running) runs.getState().pause();
  const narrow = innerWidth <= 768;
  views.getState().set({ walk: start, rightTab: 'see', ...(narrow ? {} : { rightOpen: true }) });
  return true;
}

/** Leaves the walk. An update that was not carried out is none. */
export const closeWalk = ({ views }: Pick<Parts, 'views'>): void =>
  views.getState().set({ walk: undefined });

/** Goes on or back by a stop: past the last one to the next update, and from there to the one before. */
export function moveWalk(stores: Parts, by: 1 | -1): void {
  const here = walkOf(stores);
  if (!here) return;
  const { walk, at, stops } = here;
  const before = lastUpdate(walk, stores.runs.getState().frame);
  if (by === -1 && at === 0 && before !== undefined) {
    void stores.runs.getState().scrub(before);
    const last = { at: stops.length - 2, place: undefined, before: undefined };
    stores.views.getState().set({ walk: { ...walk, ...last } });
    return;
  }
  goToStop(stores, at + by >= stops.length ? 'next' : Math.max(0, at + by));
}

/** At which step the update before can be walked through again; nothing where it was not kept, or the run has gone on. */
export function lastUpdate({ before }: Walk, frame: Frame | undefined): number | undefined {
  const isKept = before !== undefined && frame?.recording?.steps?.includes(before);
  return isKept && frame?.step === before + 1 ? before : undefined;
}

/**
 * Whether what the update after a step made is there to be shown: the step was gone back to, and the next one is
 * recorded too, or is the end. Later moments lie apart: what was not kept has to be carried out.
 */
export const isCarriedOut = (recording: Recording | undefined, step: number): boolean => {
  const { at, end, steps } = recording ?? {};
  return at !== undefined && (step + 1 === end || (steps?.includes(step + 1) ?? false));
};

/** Shows all numbers of an update at once: goes to the last stop before it is carried out. */
export function showWhole(stores: Parts): void {
  const here = walkOf(stores);
  if (here) goToStop(stores, here.stops.length - 2);
}

/**
 * Goes to a stop; the last one carries the update out, unless that has been done. What trains rests: the
 * numbers would be of another update.
 */
export function goToStop(stores: Parts, to: number | 'next'): void {
  const { views, runs } = stores;
  const here = walkOf(stores);
  if (!here) return;
  if (runs.getState().running && here.stage.type !== 'done') runs.getState().pause();
  const { walk, stops } = here;
  const step = runs.getState().frame?.step;
  const at = to === 'next' ? 0 : to;
  const takes = stops[at]?.type === 'done' && walk.taken === undefined;
  const taken = to === 'next' ? undefined : takes ? step : walk.taken;
  const ends = stops[at]?.type === 'done';
  const before = to === 'next' ? walk.taken : walk.before;
  views.getState().set({
    walk: { ...walk, at, place: undefined, taken, before, playing: walk.playing && !ends },
  });
}

/** Changes what is looked at: the row, the number, whether a finite difference is wanted. */
export function lookAt(
  { views }: Pick<Parts, 'views'>,
  change: Partial<Pick<Walk, 'row' | 'check' | 'playing'>> & { readonly place?: Place },
): void {
  const { walk, set } = views.getState();
  if (walk) set({ walk: { ...walk, ...change } });
}

/** What the stop that a walk is at is about; `off` while there is no walk. */
export function walkStage(walk: Walk | undefined, ir: Ir | undefined): Stage['type'] | 'off' {
  if (!walk || !ir) return 'off';
  const stops = stopsOf(ir);
  return stops[Math.min(walk.at, stops.length - 1)]?.type ?? 'off';
}

/** Goes to the first stop of a kind, beginning a walk where there is none; `off` leaves it. */
export function walkTo(stores: Parts, type: string): void {
  if (type === 'off') {
    closeWalk(stores);
    return;
  }
  if (!walkOf(stores) && !openWalk(stores)) return;
  const to = walkOf(stores)?.stops.findIndex((stop) => stop.type === type) ?? -1;
  if (to >= 0) goToStop(stores, to);
}
