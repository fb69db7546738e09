import type { GraphDocument } from '../../document/schema.ts';
import type { HistoryPoint } from '../document-store.ts';
import { readRun } from '../kept-run.ts';
import type { Stores } from '../stores.ts';
import { packSteps, stretchAround, unpackSteps } from './history-line.ts';
import { rememberHere, sayLastWords } from './last-words.ts';
import {
  type KeptProject,
  readPart,
  readProject,
  removeProject,
  writeProject,
} from './project-archive.ts';

/** Rest after a change before it is written, in ms. */
const DELAY = 200;

/** What is written of a project at a time. */
interface Writing {
  readonly project: KeptProject;
  readonly steps: unknown;
}

type Parts = Pick<Stores, 'documents' | 'runs' | 'views' | 'projects'>;

/**
 * Keeps the project on screen, its document and its steps, in the browser's own storage. `found`: what was
 * kept there when the page came.
 */
export function keepProjects(
  { documents, runs, views, projects }: Parts,
  found: KeptProject | undefined,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The newest document that is not yet in the database. */
  let unsaved: HistoryPoint | undefined;
  let told: string | undefined;
  let queue: Promise<void> = Promise.resolve();
  /** When the project on screen was gone to, and projects that are somebody's work. */
  let openedAt = found?.openedAt ?? Date.now();
  const touched = new Set<string>(found?.touched ? [found.id] : []);

  const current = (): HistoryPoint => documents.getState();

  function compose({ document, project, step }: HistoryPoint): Writing {
    const stretch = stretchAround(documents, { document, project });
    return {
      project: {
        id: project,
        document,
        step,
        touched: touched.has(project),
        changedAt: Date.now(),
        openedAt,
      },
      steps: stretch && packSteps(stretch),
    };
  }

  /** Writes one after the other, so that the last word is the newest. */
  function write(point: HistoryPoint): Promise<void> {
    const writing = compose(point);
    queue = queue.then(async () => {
      try {
        await put(writing);
        if (unsaved?.document === point.document) unsaved = undefined;
        told = undefined;
        projects.setState({ keeping: { is: unsaved ? 'keeping' : 'kept' } });
      } catch (error) {
        const why = error instanceof Error ? error.message || error.name : String(error);
        projects.setState({ keeping: { is: 'not', why } });
        // A page that nothing was done on has nothing to lose; the sign in the bar says it all the same.
        if (why === told || !touched.has(point.project)) return;
        views.getState().set({ storageTrouble: why });
        told = why;
      }
    });
    return queue;
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    return unsaved ? write(unsaved) : queue;
  }

  function note(point: HistoryPoint): void {
    clearTimeout(timer);
    unsaved = point;
    if (projects.getState().keeping?.is !== 'not') {
      projects.setState({ keeping: { is: 'keeping' } });
    }
    timer = setTimeout(() => void flush(), DELAY);
  }

  /** A project that holds nobody's work goes when it is left. */
  function leave({ document, project }: HistoryPoint): void {
    if (touched.has(project) || !isTrifle(document)) return;
    queue = queue.then(() =>
      removeProject(project).then(
        () => {},
        () => {},
      ),
    );
  }

  async function recallSteps(id: string, document: GraphDocument): Promise<void> {
    const kept = await readPart('steps', id).catch(() => undefined);
    const steps = await unpackSteps(document, kept);
    if (current().project === id) documents.getState().recall(steps);
  }

  async function goTo(id: string): Promise<boolean> {
    if (id === current().project) return true;
    await flush();
    const kept = await readProject(id).catch(() => undefined);
    if (typeof kept !== 'object') return false;
    const run = await readRun(id);
    if (run) runs.getState().resumeWith(run);
    if (kept.touched) touched.add(id);
    views.getState().select([]);
    documents.getState().enter({ document: kept.document, project: id, step: kept.step });
    await recallSteps(id, kept.document);
    return true;
  }

  documents.subscribe((now, before) => {
    if (now.project !== before.project) {
      if (unsaved) void write(unsaved);
      leave(before);
      openedAt = Date.now();
      rememberHere(now.project);
      note(now);
    } else if (now.document !== before.document) {
      touched.add(now.project);
      note(now);
    }
  });
  // The browser may not wait for its database when a page goes; the other storage it writes at once.
  globalThis.addEventListener('pagehide', () => {
    if (!unsaved) return;
    const { project, steps } = compose(unsaved);
    void flush();
    sayLastWords(project, steps);
  });

  projects.setState({ flush, goTo });
  rememberHere(current().project);
  const isKept = found?.id === current().project && found.document === current().document;
  if (isKept) projects.setState({ keeping: { is: 'kept' } });
  else {
    // Something was opened or edited before the keeper came.
    if (found?.id === current().project) touched.add(found.id);
    note(current());
  }
  if (found) void recallSteps(found.id, found.document);
}

/** Storage that is full may still take the document alone; its steps are worth less. */
async function put({ project, steps }: Writing): Promise<void> {
  try {
    await writeProject(project, steps);
  } catch (error) {
    if (steps === undefined) throw error;
    await writeProject(project, null);
  }
}

/** Whether a document that was never edited is worth nothing: a lesson, or an empty canvas. */
const isTrifle = ({ meta, graph }: GraphDocument): boolean =>
  meta.lesson !== undefined || Object.keys(graph.nodes).length === 0;
