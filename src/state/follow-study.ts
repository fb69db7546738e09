import type { Progress } from './lesson-store.ts';
import type { Stores } from './stores.ts';

/** Keeps the rest of the page to the lesson: the graph's lock, and the runs that it asks for. */
export function followStudy({
  documents,
  runs,
  study,
  projects,
}: Pick<Stores, 'documents' | 'runs' | 'study' | 'projects'>): void {
  const lock = (): void => {
    const { presenting, fixed } = study.getState();
    const isElsewhere = projects.getState().keeping?.is === 'elsewhere';
    const own = fixed ? 'fixed' : presenting ? 'lecture' : undefined;
    documents.getState().lock(isElsewhere ? 'elsewhere' : own);
  };
  lock();
  projects.subscribe(lock);
  study.subscribe((now, before) => {
    if (now.presenting !== before.presenting || now.fixed !== before.fixed) lock();
    // What runs belongs to the card that asked for it.
    if (runs.getState().running && hasTurned(now.progress, before.progress)) {
      runs.getState().pause();
    }
  });
  runs.subscribe(({ frame: now }, { frame: before }) => {
    // A network that takes up where another stood has begun no run.
    const sameStart =
      now !== undefined && now.build === before?.build && now.start === before.start;
    // Going back to the beginning and returning is no run either.
    const isBack = before?.recording?.at !== undefined;
    if (sameStart && !isBack && before?.step === 0 && now.step > 0) study.getState().countRun();
  });
}

/** Whether another card of some lesson is on screen now. */
const hasTurned = (
  now: Readonly<Record<string, Progress>>,
  before: Readonly<Record<string, Progress>>,
): boolean =>
  now !== before && Object.entries(now).some(([id, { at }]) => at !== (before[id]?.at ?? 0));
