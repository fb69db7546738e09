import { get, set } from 'idb-keyval';
import { createStore } from 'zustand/vanilla';
import type { Compilation } from '../compiler/compile.ts';
import type { Ir } from '../compiler/ir.ts';
import type { GraphDocument } from '../document/schema.ts';
import type { WeightMap } from '../engine/executor.ts';
import type { Frame } from '../engine/frame.ts';
import type { CompilationStore } from './compilation-store.ts';
import type { DocumentStore } from './document-store.ts';
import type { RunStore } from './run-store.ts';

/** A run as it is kept: with what it was trained, how it went and what came of it. */
export interface KeptRun {
  readonly number: number;
  readonly document: GraphDocument;
  readonly history: Frame['history'];
  readonly step: number;
  readonly epoch: number;
  readonly train: Frame['train'];
  readonly test: Frame['test'];
  readonly failure: Frame['failure'];
  /** Where it ended; missing where there are too many, or while it is under way. */
  readonly at: { readonly ir: Ir; readonly weights: WeightMap } | undefined;
}

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
}

/** Runs that are kept; the oldest go. */
const MOST_RUNS = 40;
/** Larger weights are not kept: 2 MB. */
const MOST_WEIGHTS = 500_000;
const KEY = 'netwright-runs';

/** Keeps every run that made an update, on this machine too. */
export function createRunList(
  documents: DocumentStore,
  compilations: CompilationStore,
  runs: RunStore,
  kept: readonly KeptRun[],
) {
  let newest = kept.reduce((most, { number }) => Math.max(most, number), 0);
  /** Which start of which build the current run belongs to. */
  let place = '';

  const store = createStore<RunListState>()(() => ({
    runs: kept,
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
      write();
    },
    clear: () => {
      store.setState({ runs: [], shown: [] });
      write();
    },
    takeUp: (number) => {
      const run = store.getState().runs.find((each) => each.number === number);
      if (!run) return;
      const { document } = documents.getState();
      const { at, step, epoch } = run;
      if (document.graph !== run.document.graph) {
        if (at) runs.getState().resumeWith({ ...at, step, epoch });
        documents.getState().open(run.document);
        return;
      }
      documents.getState().dispatch([{ type: 'setTraining', training: run.document.training }]);
      if (at) runs.getState().place({ weights: at.weights, step, epoch });
    },
  }));

  function write(): void {
    void set(KEY, store.getState().runs).catch(() => {});
  }

  function record(frame: Frame, { ir }: Compilation): void {
    const { build, start, step, epoch, history, train, test, failure, weights, status } = frame;
    if (step === 0 && !failure) {
      if (store.getState().current !== undefined) store.setState({ current: undefined });
      return;
    }
    const { runs: all, current } = store.getState();
    const here = `${build} ${start}`;
    const goesOn = here === place && current !== undefined;
    if (!goesOn) newest += 1;
    place = here;
    const before = goesOn ? all.find((run) => run.number === current) : undefined;
    // A run that was forgotten while it was under way stays forgotten.
    if (goesOn && !before) return;
    const small = weights && countOf(weights) <= MOST_WEIGHTS;
    const run: KeptRun = {
      number: before?.number ?? newest,
      // What is set after a run has come to rest is for the next one.
      document: before?.step === step ? before.document : documents.getState().document,
      history,
      step,
      epoch,
      train,
      test,
      failure,
      at: ir && small ? { ir, weights } : before?.at,
    };
    const others = all.filter(({ number }) => number !== run.number);
    store.setState({ runs: [...others, run].slice(-MOST_RUNS), current: run.number });
    if (status !== 'running') write();
  }

  runs.subscribe(({ frame }, { frame: before }) => {
    if (frame && frame !== before) record(frame, compilations.getState());
  });
  return store;
}

/** The runs of earlier visits. */
export async function restoreRuns(): Promise<readonly KeptRun[]> {
  try {
    return (await get<readonly KeptRun[]>(KEY)) ?? [];
  } catch {
    return [];
  }
}

const countOf = (weights: WeightMap): number =>
  Object.values(weights)
    .flat()
    .reduce((sum, { length }) => sum + length, 0);

/** The store of the list of runs. */
export type RunList = ReturnType<typeof createRunList>;
