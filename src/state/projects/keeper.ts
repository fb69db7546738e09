import type { GraphDocument } from '../../document/schema.ts';
import type { HistoryPoint } from '../document-store.ts';
import { readRun } from '../kept-run.ts';
import type { Stores } from '../stores.ts';
import { packSteps, stretchAround } from './history-line.ts';
import { forgetLastWordsOf, rememberHere, sayLastWords } from './last-words.ts';
import {
  type FoundProject,
  type KeptProject,
  readPart,
  readProject,
  writeProject,
} from './project-archive.ts';
import { newProjectId } from './project-id.ts';
import { createSeats } from './seats.ts';
import { createStepRecall } from './step-recall.ts';
import { storageFailure } from './storage-failure.ts';
import { isTrifle, removeIfTrifle, sweepTrifles } from './trifles.ts';
import { keepVersion } from './versions.ts';

/** Rest after a change before it is written, in ms. */
const DELAY = 200;
/** Rest before storage that refused is tried again, in ms. */
const RETRY = 5000;
/** Time of editing after which a version is kept by itself, in ms. */
const VERSION_EVERY = 10 * 60_000;

/** When it is looked for what closed tabs left behind, in ms after the start. */
const SWEEP_AFTER = 3000;

/** What is written of a project at a time. */
interface Writing {
  readonly project: KeptProject;
  readonly steps: unknown;
}

type Parts = Pick<Stores, 'documents' | 'compilations' | 'runs' | 'views' | 'projects' | 'lessons'>;

/**
 * Keeps the project on screen, its document and its steps, in the browser's own storage. `found`: what was
 * kept there when the page came.
 */
export function keepProjects(
  { documents, compilations, runs, views, projects, lessons }: Parts,
  found: FoundProject | undefined,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The newest document that is not yet in the database. */
  let unsaved: HistoryPoint | undefined;
  let told: string | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let openedAt = found?.openedAt ?? Date.now();
  let versionAt = Date.now();
  /** Projects that are somebody's work, and whether the one on screen was edited on this visit. */
  const touched = new Set(projects.getState().claimed);
  if (found?.touched) touched.add(found.id);
  let edited = false;
  /** When projects were last changed, as far as this visit knows. */
  const changed = new Map<string, number>(found ? [[found.id, found.changedAt]] : []);
  /** Projects that were come back to as they were left: another tab may have gone on with them. */
  const unsure = new Set<string>();
  /** The project that is gone to with its run at hand. */
  let withRun: string | undefined;
  const recall = createStepRecall(documents);

  const current = (): HistoryPoint => documents.getState();
  const isHere = (project: string): boolean => project === current().project;

  const seats = createSeats({
    onYield: () => flush(),
    onLost: (project) => {
      if (isHere(project)) void sitOut();
    },
    onKept: (project) => {
      const isWatching = projects.getState().keeping?.is === 'elsewhere' && !unsaved;
      if (isHere(project) && isWatching) void reload(project);
    },
  });

  /** Another tab writes this project: the person decides what is to be done here. */
  async function sitOut(): Promise<void> {
    const { document, project } = current();
    projects.setState({ keeping: { is: 'elsewhere' } });
    const isWorthless = !touched.has(project) && (await isTrifle(document, lessons));
    if (!isHere(project) || projects.getState().keeping?.is !== 'elsewhere') return;
    if (isWorthless) {
      // Nobody's work needs no decision: this tab has its own from here on.
      documents.getState().enter({ document, project: newProjectId(), step: undefined });
      return;
    }
    views.getState().set({ dialog: 'secondTab' });
  }

  function compose({ document, project, step }: HistoryPoint): Writing {
    const stretch = stretchAround(documents, { document, project });
    const changedAt = changed.get(project) ?? Date.now();
    const isTouched = touched.has(project);
    return {
      project: { id: project, document, step, touched: isTouched, changedAt, openedAt },
      steps: stretch ? packSteps(stretch, changedAt, recall.restsOf(project)) : null,
    };
  }

  /** Writes one after the other, so that the last word is the newest, and only what is this tab's. */
  function write(point: HistoryPoint): Promise<void> {
    const writing = compose(point);
    const { project, document } = point;
    const written = queue.then(async () => {
      if (!(await seats.sit(project))) {
        if (isHere(project) && projects.getState().keeping?.is !== 'elsewhere') void sitOut();
        return;
      }
      try {
        if (unsure.delete(project)) await keepWhatIsThere(point);
        await put(writing);
        forgetLastWordsOf(project);
        if (unsaved?.document === document) unsaved = undefined;
        told = undefined;
        if (isHere(project)) projects.setState({ keeping: { is: unsaved ? 'keeping' : 'kept' } });
        seats.tellKept(project);
        await keepVersionNowAndThen(point);
      } catch (error) {
        const why = storageFailure(error);
        projects.setState({ keeping: { is: 'not', why } });
        clearTimeout(timer);
        timer = setTimeout(() => void flush(), RETRY);
        // A page that nothing was done on has nothing to lose; the sign in the bar says it all the same.
        if (why === told || !touched.has(project)) return;
        views.getState().set({ storageTrouble: why });
        told = why;
      }
    });
    queue = written;
    return written;
  }

  /** What another tab has made of a project is not written over without a version of it. */
  async function keepWhatIsThere({ project, document }: HistoryPoint): Promise<void> {
    const kept = await readProject(project);
    if (typeof kept !== 'object' || !kept.touched || isAlike(kept.document, document)) return;
    await keepVersion(project, { cause: 'before', name: '', document: kept.document });
  }

  async function keepVersionNowAndThen({ project, document }: HistoryPoint): Promise<void> {
    if (!edited || Date.now() - versionAt < VERSION_EVERY) return;
    versionAt = Date.now();
    await keepVersion(project, { cause: 'time', name: '', document }).catch(() => {});
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    await (unsaved ? write(unsaved) : queue);
  }

  function note(point: HistoryPoint): void {
    unsaved = point;
    const is = projects.getState().keeping?.is;
    if (is === 'elsewhere') return;
    if (is !== 'not') projects.setState({ keeping: { is: 'keeping' } });
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), DELAY);
  }

  /** What is left is written and kept as a version; a project that holds nobody's work goes. */
  function leave({ document, project }: HistoryPoint, wasEdited: boolean): void {
    queue = queue
      .then(async () => {
        if (!(await seats.sit(project))) return;
        if (wasEdited) await keepVersion(project, { cause: 'left', name: '', document });
        else if (!touched.has(project)) await removeIfTrifle({ id: project, document }, lessons);
      })
      .catch(() => {})
      .then(() => {
        if (!isHere(project)) seats.stand(project);
      });
  }

  /** Shows a project as it is kept, with its steps and its run. */
  async function reload(id: string): Promise<boolean> {
    const kept = await readProject(id).catch(() => undefined);
    // A deleted one comes back only when that is asked for.
    if (typeof kept !== 'object' || kept.deletedAt !== undefined) return false;
    const [run, steps] = await Promise.all([
      readRun(id),
      readPart('steps', id).catch(() => undefined),
    ]);
    // What came in the meantime is written first.
    if (unsaved && !isHere(id)) await flush();
    if (run) runs.getState().resumeWith(run, kept.document);
    if (kept.touched) touched.add(id);
    changed.set(id, kept.changedAt);
    views.getState().select([]);
    const isLost = unsaved !== undefined && touched.has(unsaved.project);
    withRun = id;
    // Work that could not be kept stays a step back in the history.
    if (isLost && !isHere(id)) documents.getState().open(kept.document, id);
    else documents.getState().enter({ document: kept.document, project: id, step: kept.step });
    void recall.begin(kept, steps);
    return true;
  }

  /** A page that comes back from the browser's history is as it was left; its project may not be. */
  async function lookAgain(): Promise<void> {
    const { project } = current();
    if (projects.getState().keeping?.is !== 'elsewhere') {
      unsure.add(project);
      if (!(await seats.sit(project))) {
        if (isHere(project)) void sitOut();
        return;
      }
    }
    const kept = await readProject(project).catch(() => undefined);
    if (typeof kept !== 'object' || unsaved || !isHere(project)) return;
    if (kept.changedAt > (changed.get(project) ?? 0)) await reload(project);
  }

  /** A project that undo or redo comes back to goes on from where its training stood. */
  async function bringRunBack(project: string): Promise<void> {
    const run = await readRun(project);
    if (!run || !isHere(project)) return;
    const { ir } = compilations.getState();
    const { frame, running, place, resumeWith } = runs.getState();
    if (!ir) resumeWith(run, current().document);
    const isUntrained = !running && (frame?.step ?? 0) === 0;
    if (!isUntrained || JSON.stringify(ir) !== JSON.stringify(run.ir)) return;
    place({ weights: run.weights, step: run.step, epoch: run.epoch });
  }

  async function goTo(id: string): Promise<boolean> {
    if (isHere(id)) return true;
    await flush();
    return reload(id);
  }

  async function claim(project: string): Promise<void> {
    touched.add(project);
    if (isHere(project)) note(current());
    await flush();
  }

  async function takeOver(): Promise<boolean> {
    const { project, document } = current();
    const own = unsaved?.project === project ? document : undefined;
    await seats.takeOver(project);
    unsaved = undefined;
    projects.setState({ keeping: { is: 'kept' } });
    await reload(project);
    return own !== undefined && !isAlike(own, current().document) && setAside(own);
  }

  /** Keeps what this tab had made before it knew of the other one as a version, or else as a step. */
  async function setAside(document: GraphDocument): Promise<boolean> {
    const { project } = current();
    const version = { cause: 'before', name: '', document } as const;
    const isKept = await keepVersion(project, version).then(
      () => true,
      () => false,
    );
    if (!isKept && isHere(project)) documents.getState().goBackTo(document);
    return isKept;
  }

  documents.subscribe((now, before) => {
    if (now.project !== before.project) {
      if (withRun !== now.project) void bringRunBack(now.project);
      withRun = undefined;
      const [left, wasEdited] = [unsaved, edited];
      if (changed.has(now.project)) unsure.add(now.project);
      else changed.set(now.project, Date.now());
      edited = false;
      openedAt = Date.now();
      versionAt = Date.now();
      rememberHere(now.project);
      projects.setState({ keeping: { is: 'keeping' } });
      // What it asked about is not on screen any more.
      if (views.getState().dialog === 'secondTab') views.getState().set({ dialog: undefined });
      // The history knows the step once those who listen have heard of it.
      queueMicrotask(() => {
        if (left) void write(left);
        leave(before, wasEdited);
      });
      note(now);
    } else if (now.document !== before.document) {
      // What is only shown as another tab kept it is not changed here.
      if (projects.getState().keeping?.is === 'elsewhere') return;
      touched.add(now.project);
      changed.set(now.project, Date.now());
      edited = true;
      note(now);
    }
  });
  // What was trained is somebody's work.
  runs.subscribe(({ heard }) => {
    const { project } = current();
    // A frame that comes late is of the project before.
    if (!heard || heard.frame.step === 0 || heard.project !== project) return;
    if (touched.has(project)) return;
    if (projects.getState().keeping?.is === 'elsewhere') return;
    touched.add(project);
    note(current());
  });
  // The browser may not wait for its database when a page goes; the other storage it writes at once.
  globalThis.addEventListener('pagehide', () => {
    if (!unsaved || projects.getState().keeping?.is === 'elsewhere') return;
    const { project, steps } = compose(unsaved);
    void flush();
    sayLastWords(project, steps);
  });
  globalThis.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void lookAgain();
  });
  // Work that storage refuses is lost with the page: the browser asks first.
  globalThis.addEventListener('beforeunload', (event) => {
    const isRefused = projects.getState().keeping?.is === 'not';
    if (isRefused && unsaved && touched.has(unsaved.project)) event.preventDefault();
  });

  projects.setState({ flush, goTo, claim, takeOver });
  rememberHere(current().project);
  const isKept =
    found?.isKept && found.id === current().project && found.document === current().document;
  if (!isKept) {
    // Something was opened or edited before the keeper came.
    if (found?.id === current().project) touched.add(found.id);
    changed.set(current().project, Date.now());
    note(current());
  } else {
    projects.setState({ keeping: { is: 'kept' } });
    void seats.sit(found.id).then((mine) => mine || !isHere(found.id) || void sitOut());
  }
  if (found) void recall.begin(found, found.steps);
  setTimeout(() => void sweepTrifles(lessons, current().project).catch(() => {}), SWEEP_AFTER);
}

/** Storage that is full may still take the document alone; its steps are worth less. */
async function put({ project, steps }: Writing): Promise<void> {
  try {
    await writeProject(project, steps);
  } catch {
    await writeProject(project, null);
  }
}

const isAlike = (a: GraphDocument, b: GraphDocument): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
