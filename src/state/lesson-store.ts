import * as z from 'zod';
import { type PersistStorage, persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import { createPageStorage } from './page-storage.ts';

const progressSchema = z.object({
  /** The card on screen, counted from 0. */
  at: z.int().min(0),
  /** Cards that were done, in any order; once done, always done. */
  done: z.array(z.int().min(0)),
  /** What was chosen on predict cards, by card. */
  chosen: z.record(z.string(), z.int().min(0)),
});

const savedSchema = z.object({ progress: z.record(z.string(), progressSchema) });

/** How far a person is in a lesson. */
export type Progress = z.infer<typeof progressSchema>;

/** A lesson that was never opened. */
const noProgress: Progress = { at: 0, done: [], chosen: {} };

/** What has happened since the card on screen was turned to, as far as conditions ask for it. */
export interface Visit {
  /** Pictures that were on screen. */
  readonly seen: readonly string[];
  /** Runs that were started from the first update. */
  readonly runs: number;
}

const newVisit: Visit = { seen: [], runs: 0 };

/** How the course is worked through; nothing of it belongs to the document. */
export interface LessonState {
  /** By lesson; kept on this machine. */
  readonly progress: Readonly<Record<string, Progress>>;
  /** Whether the cards are unfolded. */
  readonly unfolded: boolean;
  /** Lecturer's mode: large, without tools, and the graph locked. */
  readonly presenting: boolean;
  /** The link that opened the page said that nothing is to be edited. */
  readonly fixed: boolean;
  /** The page was opened as a picture within another one, and stays one: it keeps nothing. */
  readonly framed: boolean;
  /** Update at which the next run rests, so that the card on screen can be looked at. */
  readonly restAt: number | undefined;
  /** Pictures that the card on screen speaks of; they come first. */
  readonly pictures: readonly string[];
  readonly visit: Visit;
  readonly set: (
    change: Partial<
      Pick<LessonState, 'unfolded' | 'presenting' | 'fixed' | 'framed' | 'restAt' | 'pictures'>
    >,
  ) => void;
  readonly goTo: (lesson: string, card: number) => void;
  readonly finish: (lesson: string, card: number) => void;
  readonly choose: (lesson: string, card: number, choice: number) => void;
  /** Back to the first card, with its questions open again; what was done stays done. */
  readonly restart: (lesson: string) => void;
  readonly beginVisit: () => void;
  readonly countRun: () => void;
  readonly see: (pictures: readonly string[]) => void;
}

type Saved = Pick<LessonState, 'progress'>;

/**
 * Keeps progress beside what other tabs have kept meanwhile: what was done in any of them stays done, and
 * the lessons that were worked on here, `own`, stand where they stand here.
 */
function createProgressStorage(own: ReadonlySet<string>): PersistStorage<Saved> | undefined {
  const storage = createPageStorage<unknown>();
  if (!storage) return undefined;
  const read = (name: string): LessonState['progress'] => {
    try {
      const kept = storage.getItem(name) as { readonly state?: unknown } | null;
      return savedSchema.safeParse(kept?.state).data?.progress ?? {};
    } catch {
      return {};
    }
  };
  let kept: LessonState['progress'] | undefined;
  return {
    getItem: (name) => ({ state: { progress: read(name) } }),
    setItem: (name, { state, version }) => {
      if (state.progress === kept) return;
      kept = state.progress;
      const progress = joinProgress(read(name), kept, own);
      storage.setItem(name, { state: { progress }, ...(version !== undefined && { version }) });
    },
    removeItem: (name) => storage.removeItem(name),
  };
}

function joinProgress(
  kept: LessonState['progress'],
  here: LessonState['progress'],
  own: ReadonlySet<string>,
): LessonState['progress'] {
  const joined = Object.entries(here).map(([id, progress]) => {
    const other = progressOf({ progress: kept }, id);
    const done = [...new Set([...progress.done, ...other.done])];
    const isOwn = own.has(id) || !Object.hasOwn(kept, id);
    return [id, { ...(isOwn ? progress : other), done }];
  });
  return { ...kept, ...Object.fromEntries(joined) };
}

/** How far the person is in the course. Works without storage too; then nothing is remembered. */
export function createLessonStore() {
  const own = new Set<string>();
  return createStore<LessonState>()(
    persist(
      (set, get) => {
        const change = (lesson: string, alter: (now: Progress) => Partial<Progress>): void => {
          own.add(lesson);
          const now = progressOf(get(), lesson);
          set({ progress: { ...get().progress, [lesson]: { ...now, ...alter(now) } } });
        };
        return {
          progress: {},
          unfolded: true,
          presenting: false,
          fixed: false,
          framed: false,
          restAt: undefined,
          pictures: [],
          visit: newVisit,
          set: (wanted) => set(wanted),
          goTo: (lesson, card) => change(lesson, () => ({ at: card })),
          finish: (lesson, card) => {
            if (progressOf(get(), lesson).done.includes(card)) return;
            change(lesson, ({ done }) => ({ done: [...done, card] }));
          },
          choose: (lesson, card, choice) =>
            change(lesson, ({ chosen, done }) => ({
              chosen: { ...chosen, [card]: choice },
              done: done.includes(card) ? done : [...done, card],
            })),
          restart: (lesson) => change(lesson, () => ({ at: 0, chosen: {} })),
          beginVisit: () => set({ visit: newVisit }),
          countRun: () => set({ visit: { ...get().visit, runs: get().visit.runs + 1 } }),
          see: (pictures) => {
            const { visit } = get();
            const fresh = pictures.filter((id) => !visit.seen.includes(id));
            if (fresh.length > 0) set({ visit: { ...visit, seen: [...visit.seen, ...fresh] } });
          },
        };
      },
      {
        name: 'netwright-lessons',
        storage: createProgressStorage(own),
        partialize: ({ progress }) => ({ progress }),
        // What an older page kept, or something else altogether: taken if it can be read.
        merge: (saved, state) => ({ ...state, ...savedSchema.safeParse(saved).data }),
      },
    ),
  );
}

/** How far a person is in a lesson. */
export const progressOf = ({ progress }: Pick<LessonState, 'progress'>, lesson: string): Progress =>
  (Object.hasOwn(progress, lesson) ? progress[lesson] : undefined) ?? noProgress;

/** The store of the lessons. */
export type LessonStore = ReturnType<typeof createLessonStore>;
