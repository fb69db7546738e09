import { createStore } from 'zustand/vanilla';
import type { Compilation } from '../compiler/compile.ts';
import type { WeightMap } from '../engine/executor.ts';
import type { Frame } from '../engine/frame.ts';
import type { CompilationStore } from './compilation-store.ts';
import type { DocumentStore } from './document-store.ts';
import type { ProjectStore } from './projects/project-store.ts';
import type { KeptRun } from './run-archive.ts';
import type { RunStore } from './run-store.ts';

/** What the list of runs holds and does. */
export interface RunListState {
  /** Newest last; the last may be under way. */
  readonly runs: readonly KeptRun[];
  /** Numbers of the runs that are drawn beside the one on screen. */
  readonly shown: readonly number[];
  /** The run on screen, once it has made an update. */
  readonly current: number | undefined;
  readonly show: (number: number, shown: boolean) => void;
  readonly remove: (number: number) => void;
  readonly clear: () => void;
  /** Goes back to a run: its network, its settings and, if they were kept, its weights. */
  readonly takeUp: (number: number) => void;
  /** Brings the runs of earlier visits along. */
  readonly restore: () => Promise<void>;
}

/** Runs that are kept; the oldest go. */
const MOST_RUNS = 40;
/** Larger weights are not kept with a run: 2 MB. */
const MOST_KEPT_WEIGHTS = 500_000;

/** Where runs are kept between visits. It is loaded when it is first needed. */
const archive = () => import('./run-archive.ts');

/** Where a stretch of training began: a start of the worker, and the step it had then. */
interface Stretch {
  readonly place: string;
  readonly began: number;
  /** The run that it became with its first update. */
  readonly run: number | undefined;
}

/** Lists every run that made an update. `keeps`: on this machine too. */
export function createRunList(
  documents: DocumentStore,
  compilations: CompilationStore,
  runs: RunStore,
  projects: ProjectStore,
  keeps: boolean,
) {
  let stretch: Stretch = { place: '', began: 0, run: undefined };
  /** The run that was just gone back to: it is the one on screen until it is trained on. */
  let takenUp: number | undefined;
  let saved: { readonly number: number; readonly step: number } | undefined;

  const store = createStore<RunListState>()(() => ({
    runs: [],
    shown: [],
    current: undefined,
    show: (number, shown) => {
      const others = store.getState().shown.filter((each) => each !== number);
      store.setState({ shown: shown ? [...others, number] : others });
    },
    remove: (number) => {
      const { runs: all, shown } = store.getState();
      store.setState({
        runs: all.filter((run) => run.number !== number),
        shown: shown.filter((each) => each !== number),
      });
      quietly(async () => (await archive()).deleteRun(number));
    },
    clear: () => {
      store.setState({ runs: [], shown: [], current: undefined });
      quietly(async () => (await archive()).clearRuns());
    },
    takeUp: (number) => {
      const run = store.getState().runs.find((each) => each.number === number);
      if (!run) return;
      const { at, step, epoch } = run;
      if (!isOnScreen(run)) {
        void goBackTo(run);
        return;
      }
      takenUp = number;
      documents.getState().dispatch([{ type: 'setTraining', training: run.document.training }]);
      if (at) runs.getState().place({ weights: at.weights, step, epoch });
    },
    restore: async () => {
      const earlier = await (await archive()).loadRuns();
      const own = store.getState().runs;
      // What was trained before they came along follows them.
      const last = earlier.at(-1)?.number ?? 0;
      const shift = (number: number): number => number + last;
      const { current, shown } = store.getState();
      if (stretch.run !== undefined) stretch = { ...stretch, run: shift(stretch.run) };
      store.setState({
        runs: [...earlier, ...own.map((run) => ({ ...run, number: shift(run.number) }))],
        shown: shown.map(shift),
        current: current === undefined ? undefined : shift(current),
      });
    },
  }));

  const isOnScreen = ({ document }: KeptRun): boolean =>
    JSON.stringify(document.graph) === JSON.stringify(documents.getState().document.graph);

  /** Shows the network of a run in the project that it was made in; in a new one where that is gone. */
  async function goBackTo(run: KeptRun): Promise<void> {
    const { number, document, project, at, step, epoch } = run;
    const isThere =
      project !== undefined &&
      (project === documents.getState().project || (await projects.getState().goTo(project)));
    takenUp = number;
    if (at) runs.getState().resumeWith({ ...at, step, epoch });
    if (isThere) {
      if (!isOnScreen(run)) documents.getState().goBackTo(document);
      else if (at) runs.getState().place({ weights: at.weights, step, epoch });
      return;
    }
    documents.getState().open(document);
    const moved = { ...run, project: documents.getState().project };
    const all = store.getState().runs;
    store.setState({ runs: all.map((each) => (each.number === number ? moved : each)) });
    quietly(async () => (await archive()).saveRun(moved));
  }

  /** Keeping is a service: where it fails, the runs of this visit are still listed. */
  function quietly(act: () => Promise<unknown>): void {
    if (keeps) void act().catch(() => {});
  }

  function record(frame: Frame, { ir }: Compilation): void {
    const { build, start, step, epoch, history, train, test, failure, weights, status } = frame;
    const place = `${build} ${start}`;
    if (place !== stretch.place) {
      stretch = { place, began: step, run: undefined };
      store.setState({ current: takenUp });
      takenUp = undefined;
    }
    // A network that only stands there is no run.
    if (stretch.run === undefined && step <= stretch.began && !failure) return;
    const { runs: all } = store.getState();
    const number = stretch.run ?? (all.at(-1)?.number ?? 0) + 1;
    const before = all.find((run) => run.number === number);
    // A run that was forgotten while it was under way stays forgotten.
    if (stretch.run !== undefined && !before) return;
    stretch = { ...stretch, run: number };
    const small = weights && countOf(weights) <= MOST_KEPT_WEIGHTS;
    const run: KeptRun = {
      number,
      // What is set after a run has come to rest is for the next one.
      document: before?.step === step ? before.document : documents.getState().document,
      project: before?.step === step ? before.project : documents.getState().project,
      history,
      step,
      epoch,
      train,
      test,
      failure,
      at: ir && small ? { ir, weights } : before?.at,
    };
    const kept = [...all.filter((each) => each.number !== number), run].slice(-MOST_RUNS);
    store.setState({ runs: kept, current: number });
    if (status === 'running' || (saved?.number === number && saved.step === step)) return;
    saved = { number, step };
    quietly(async () => {
      const { saveRun, deleteRun } = await archive();
      await saveRun(run);
      const gone = all.filter((each) => !kept.some((other) => other.number === each.number));
      await Promise.all(gone.map((each) => deleteRun(each.number)));
    });
  }

  runs.subscribe(({ frame }, { frame: before }) => {
    if (frame && frame !== before) record(frame, compilations.getState());
  });
  return store;
}

const countOf = (weights: WeightMap): number =>
  Object.values(weights)
    .flat()
    .reduce((sum, { length }) => sum + length, 0);

/** The store of the list of runs. */
export type RunList = ReturnType<typeof createRunList>;
