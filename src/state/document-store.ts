import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import { applyCommands, type Command } from '../document/commands.ts';
import { nodeIds } from '../document/queries.ts';
import type { GraphDocument } from '../document/schema.ts';
import { nameStep, type StepName } from '../document/step-name.ts';
import { newProjectId } from './projects/project-id.ts';

/** Why the network is locked: it is presented, the page is for looking only, or another tab writes it. */
export type LockReason = 'lecture' | 'fixed' | 'elsewhere';

/** The document on screen. `origin` changes when another one is opened, not when it is edited. */
export interface DocumentState {
  readonly document: GraphDocument;
  readonly origin: number;
  /** The project that it is kept in. */
  readonly project: string;
  /** What the last step did that led here; nothing led to what was there at first. */
  readonly step: StepName | undefined;
  /** Every node id that was ever in use here; a new node takes none of them, nor their weights. */
  readonly usedIds: ReadonlySet<string>;
  /**
   * While locked, only the training can be changed, and nothing comes in the network's place but a lesson:
   * nothing happens to it by accident. What another tab writes is not changed here at all; it can be left.
   */
  readonly locked: boolean;
  readonly lockedBy: LockReason | undefined;
  readonly lock: (reason: LockReason | undefined) => void;
  /** Does something that locks for these reasons do not keep from: it is no accident. */
  readonly lift: (reasons: readonly LockReason[], act: () => void) => void;
  /**
   * Changes the document. Changes with the same `gesture` in a row are one step of the history: a
   * slider that is pulled, a text that is typed.
   */
  readonly dispatch: (commands: readonly Command[], gesture?: string) => void;
  /**
   * Opens another document, in a project of its own unless one is named. The one before is a step back in
   * the history, and stays in its own project.
   */
  readonly open: (document: GraphDocument, project?: string) => void;
  /** Puts an earlier document in the place of the one on screen, as a step, by its name if it has one: weights stay where shapes did. */
  readonly goBackTo: (document: GraphDocument, name?: string) => void;
  /** Leaves for another project: its history is the one that is gone through from here on. */
  readonly enter: (point: Omit<HistoryPoint, 'origin'>) => void;
  /**
   * Puts steps of earlier visits before all others, and behind all others, where those end at the document
   * that they hang on; tells whether they did.
   */
  readonly recall: (earlier: RecalledSteps) => boolean;
}

/** A place in the history: a document, and the step that led there. */
export type HistoryPoint = Pick<DocumentState, 'document' | 'origin' | 'project' | 'step'>;

/** A place in the history of an earlier visit. `parted`: another document than the one nearer to the present. */
export interface RecalledPoint {
  readonly document: GraphDocument;
  readonly step: StepName | undefined;
  readonly parted: boolean;
}

/** Steps of earlier visits: those that led to a document, and those that were taken back, nearest first. */
export interface RecalledSteps {
  readonly document: GraphDocument;
  readonly past: readonly RecalledPoint[];
  readonly future: readonly RecalledPoint[];
}

/** Steps back that are kept. */
const HISTORY_LIMIT = 300;
/** Pause after which the same gesture counts as a new one, in ms. */
const GESTURE_PAUSE = 1000;

/** The one writer of the document, with its history. */
export function createDocumentStore(
  initial: GraphDocument,
  { project = newProjectId(), step }: { project?: string; step?: StepName | undefined } = {},
) {
  let origins = 0;
  let last: { gesture?: string; at: number; wrote?: GraphDocument } = { at: -Infinity };
  const store = createStore<DocumentState>()(
    temporal(
      (set, get) => ({
        document: initial,
        origin: 0,
        project,
        step,
        usedIds: nodeIds(initial.graph),
        locked: false,
        lockedBy: undefined,
        lock: (lockedBy) => {
          // Asked at every edit; all that watches the document would look again.
          if (lockedBy !== get().lockedBy) set({ lockedBy, locked: lockedBy !== undefined });
        },
        lift: (reasons, act) => {
          const { lockedBy, lock } = get();
          if (!lockedBy || !reasons.includes(lockedBy)) {
            act();
            return;
          }
          lock(undefined);
          try {
            act();
          } finally {
            lock(lockedBy);
          }
        },
        dispatch: (wanted, gesture) => {
          const { locked, lockedBy } = get();
          if (lockedBy === 'elsewhere') return;
          const commands = locked ? wanted.filter(({ type }) => type === 'setTraining') : wanted;
          const document = applyCommands(get().document, commands);
          if (document === get().document) return;
          const now = performance.now();
          const continues =
            gesture !== undefined &&
            gesture === last.gesture &&
            last.wrote === get().document &&
            now - last.at < GESTURE_PAUSE;
          last = { ...(gesture && { gesture }), at: now, wrote: document };
          const step = nameStep(commands, get().document, document);
          const change = (): void =>
            set({ document, step, usedIds: withIds(get().usedIds, document) });
          if (continues) unrecorded(change);
          else change();
        },
        open: (document, wanted) => {
          const { lockedBy } = get();
          const stays = lockedBy === 'lecture' || lockedBy === 'fixed';
          if (stays && !document.meta.lesson) return;
          origins += 1;
          put(document, 'open', wanted ?? newProjectId(), origins);
        },
        goBackTo: (document, name) => {
          if (!get().locked) put(document, 'goBack', get().project, get().origin, name);
        },
        enter: (point) => {
          last = { at: -Infinity };
          origins += 1;
          const usedIds = withIds(get().usedIds, point.document);
          try {
            unrecorded(() => set({ ...point, origin: origins, usedIds }));
          } finally {
            store.temporal.getState().clear();
          }
        },
        recall: ({ document, past, future }): boolean => {
          const { pastStates, futureStates } = store.temporal.getState();
          const beyond = (
            states: Partial<HistoryPoint>[],
            points: readonly RecalledPoint[],
          ): Partial<HistoryPoint>[] => {
            const end = (states[0] as HistoryPoint | undefined) ?? get();
            if (points.length === 0 || end.document !== document) return states;
            return [...placed(points, end).reverse(), ...states].slice(-HISTORY_LIMIT);
          };
          const states = {
            pastStates: beyond(pastStates, past),
            futureStates: beyond(futureStates, future),
          };
          store.temporal.setState(states);
          const used = [...past, ...future].map((point) => point.document);
          set({ usedIds: used.reduce(withIds, get().usedIds) });
          return states.pastStates !== pastStates || states.futureStates !== futureStates;
        },
      }),
      {
        limit: HISTORY_LIMIT,
        partialize: ({ document, origin, project, step }): HistoryPoint => ({
          document,
          origin,
          project,
          step,
        }),
        equality: (a, b) => a.document === b.document,
      },
    ),
  );

  // The history knows nothing of locks.
  const { undo, redo } = store.temporal.getState();
  const unlessLocked =
    (go: (steps?: number) => void) =>
    (steps?: number): void => {
      if (!store.getState().locked) go(steps);
    };
  store.temporal.setState({ undo: unlessLocked(undo), redo: unlessLocked(redo) });

  /** Changes the document without a step; one of those that listen may fail, and must not stop the history. */
  function unrecorded(change: () => void): void {
    const { pause, resume } = store.temporal.getState();
    pause();
    try {
      change();
    } finally {
      resume();
    }
  }

  function put(
    document: GraphDocument,
    code: 'open' | 'goBack',
    project: string,
    origin: number,
    name = '',
  ): void {
    last = { at: -Infinity };
    const { usedIds } = store.getState();
    store.setState({
      document,
      project,
      origin,
      step: { code, count: 1, ...(name && { name }) },
      usedIds: withIds(usedIds, document),
    });
  }

  /** Recalled points as this visit counts origins, from the nearest to the farthest. */
  function placed(
    points: readonly RecalledPoint[],
    { project, origin: present }: HistoryPoint,
  ): HistoryPoint[] {
    let origin = present;
    return points.map(({ document, step, parted }) => {
      if (parted) {
        origins += 1;
        origin = origins;
      }
      return { document, step, project, origin };
    });
  }
  return store;
}

function withIds(used: ReadonlySet<string>, { graph }: GraphDocument): ReadonlySet<string> {
  const ids = Object.keys(graph.nodes);
  return ids.every((id) => used.has(id)) ? used : new Set([...used, ...ids]);
}

/** The store of the document. */
export type DocumentStore = ReturnType<typeof createDocumentStore>;
