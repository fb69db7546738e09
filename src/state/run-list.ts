import { createStore } from 'zustand/vanilla';
import { isTrainable } from '../compiler/ir.ts';
import type { Graph } from '../document/schema.ts';
import type { WeightMap } from '../engine/executor.ts';
import type { Frame } from '../engine/frame.ts';
import type { DocumentStore } from './document-store.ts';
import { momentName } from './moment-name.ts';
import type { ProjectStore } from './projects/project-store.ts';
import type { KeptRun } from './run-archive.ts';
import type { RunStore, TrainingLook } from './run-store.ts';

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
  /** The id of the run that it became with its first update. */
  readonly run: string | undefined;
  /** The run that it branches off from. */
  readonly from: KeptRun['from'];
}

const noStretch: Stretch = { place: '', began: 0, run: undefined, from: undefined };

/** Lists every run that made an update. `keeps`: on this machine too. */
export function createRunList(
  documents: DocumentStore,
  runs: RunStore,
  projects: ProjectStore,
  keeps: boolean,
) {
  let stretch = noStretch;
  /** The run that was just gone back to, and where: it is the one on screen until it is trained on. */
  let takenUp: { readonly id: string; readonly origin: number } | undefined;
  let saved: { readonly id: string; readonly step: number } | undefined;

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
      const gone = all.find((run) => run.number === number);
      if (!gone) return;
      store.setState({
        runs: all.filter((run) => run !== gone),
        shown: shown.filter((each) => each !== number),
      });
      quietly(async () => (await archive()).deleteRun(gone.id));
    },
    clear: () => {
      store.setState({ runs: [], shown: [], current: undefined });
      quietly(async () => (await archive()).clearRuns());
    },
    takeUp: (number) => {
      const run = store.getState().runs.find((each) => each.number === number);
      if (!run) return;
      if (isOnScreen(run)) show(run);
      else void goBackTo(run);
    },
    restore: async () => {
      const earlier = await (await archive()).loadRuns();
      const own = store.getState().runs;
      // What was trained before they came along follows them.
      const last = earlier.at(-1)?.number ?? 0;
      const shift = (number: number): number => number + last;
      const { current, shown } = store.getState();
      store.setState({
        runs: [...earlier, ...own.map((run) => ({ ...run, number: shift(run.number) }))],
        shown: shown.map(shift),
        current: current === undefined ? undefined : shift(current),
      });
    },
  }));

  const isOnScreen = ({ document }: KeptRun): boolean =>
    isSameGraph(document.graph, documents.getState().document.graph);

  /** Shows a run in the project that it was made in; in a new one where that is gone. */
  async function goBackTo(run: KeptRun): Promise<void> {
    const { id, document, project } = run;
    const isThere =
      project !== undefined &&
      (project === documents.getState().project || (await projects.getState().goTo(project)));
    if (isThere) {
      show(run);
      return;
    }
    bring(run, () => documents.getState().open(document));
    if (documents.getState().document !== document) return;
    const moved = { ...run, project: documents.getState().project };
    const all = store.getState().runs;
    store.setState({ runs: all.map((each) => (each.id === id ? moved : each)) });
    quietly(async () => (await archive()).saveRun(moved));
  }

  /** Shows a run in the project on screen. */
  function show(run: KeptRun): void {
    const { id, document, at, step, epoch } = run;
    const { dispatch, goBackTo: putBack, locked, origin } = documents.getState();
    if (!isOnScreen(run)) {
      if (!locked) bring(run, () => putBack(document));
      return;
    }
    dispatch([{ type: 'setTraining', training: document.training }]);
    if (!at) return;
    takenUp = { id, origin };
    runs.getState().place({ weights: at.weights, step, epoch });
  }

  /** Puts another network on screen, which goes on from the weights of the run. */
  function bring({ id, document, at, step, epoch }: KeptRun, put: () => void): void {
    if (at) runs.getState().resumeWith({ ...at, step, epoch, given: true }, document);
    put();
    takenUp = at && { id, origin: documents.getState().origin };
  }

  /** Keeping is a service: where it fails, the runs of this visit are still listed. */
  function quietly(act: () => Promise<unknown>): void {
    if (keeps) void act().catch(() => {});
  }

  /** Where a run branches off from the one on screen, which is drawn beside it from now on. */
  function branchOf({ branchedAt: step }: Frame): Pick<Stretch, 'began' | 'from'> | undefined {
    const { runs: all, current, show: draw } = store.getState();
    const left = all.find(({ number }) => number === current);
    if (step === undefined || !left) return undefined;
    draw(left.number, true);
    return { began: step, from: { run: left.id, step } };
  }

  function record({ frame, network, document, project }: TrainingLook): void {
    const { build, start, step, epoch, history, train, test, failure, weights, status } = frame;
    // A moment that is only looked at changes nothing of its run.
    if (frame.recording?.at !== undefined) return;
    const { runs: all } = store.getState();
    const place = `${build} ${start}`;
    if (place !== stretch.place) {
      stretch = { ...noStretch, place, ...(branchOf(frame) ?? { began: step }) };
      const isBack = takenUp?.origin === documents.getState().origin;
      const back = isBack ? all.find(({ id }) => id === takenUp?.id) : undefined;
      store.setState({ current: back?.number });
      takenUp = undefined;
    }
    // A network that only stands there is no run.
    if (stretch.run === undefined && step <= stretch.began && !failure) return;
    const before = all.find(({ id }) => id === stretch.run);
    // A run that was forgotten while it was under way stays forgotten.
    if (stretch.run !== undefined && !before) return;
    const id = stretch.run ?? momentName('r');
    stretch = { ...stretch, run: id };
    const small = weights && countOf(weights) <= MOST_KEPT_WEIGHTS;
    const run: KeptRun = {
      id,
      number: before?.number ?? (all.at(-1)?.number ?? 0) + 1,
      // What is set after a run has come to rest is for the next one.
      document: before?.step === step ? before.document : document,
      project,
      history,
      step,
      epoch,
      train,
      test,
      failure,
      from: stretch.from,
      at: small && isTrainable(network) ? { ir: network, weights } : before?.at,
    };
    const kept = [...all.filter((each) => each !== before), run].slice(-MOST_RUNS);
    // The last word of a training that was left comes late.
    const isOnScreen = runs.getState().frame === frame;
    store.setState({ runs: kept, ...(isOnScreen && { current: run.number }) });
    if (status === 'running' || (saved?.id === id && saved.step === step)) return;
    saved = { id, step };
    quietly(async () => {
      const { saveRun, deleteRun } = await archive();
      await saveRun(run);
      const gone = all.filter((each) => !kept.some((other) => other.id === each.id));
      await Promise.all(gone.map((each) => deleteRun(each.id)));
    });
  }

  runs.subscribe(({ heard, frame }, before) => {
    if (!frame && before.frame) store.setState({ current: undefined });
    if (heard && heard !== before.heard) record(heard);
  });
  return store;
}

/** Whether two graphs are the same network: a run of one can be shown in the other. */
export const isSameGraph = (one: Graph, other: Graph): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

const countOf = (weights: WeightMap): number =>
  Object.values(weights)
    .flat()
    .reduce((sum, { length }) => sum + length, 0);

/** The store of the list of runs. */
export type RunList = ReturnType<typeof createRunList>;
