import type { Checkpoint } from '../engine/build-plan.ts';
import { weightsFit } from '../engine/initial-weights.ts';
import { isWorthKeeping } from '../engine/session/progress.ts';
import { readPart, writeRun } from './projects/project-archive.ts';

/** Shortest time between two writes, in ms. */
const PAUSE = 1000;
/** More weights than this are not kept over a reload: 16 MB. */
const MAX_WEIGHTS = 4_000_000;

/** Where training stood, and whether it went on when the page was left or died. */
export type KeptCheckpoint = Checkpoint & { readonly ran?: boolean };

/** Where training stood when a project was left, if that was kept and is whole. */
export async function readRun(project: string): Promise<KeptCheckpoint | undefined> {
  try {
    const kept = (await readPart('run', project)) as KeptCheckpoint | undefined;
    return kept && weightsFit(kept.ir, kept.weights) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes where training stands, with the project that it is of: at once where it rests, else at most once a
 * second. Where this tab may not write what is on screen, there is no such project.
 */
export function createRunKeeper(
  projectOnScreen: () => string | undefined,
  writeKept: (project: string, kept: KeptCheckpoint | undefined) => Promise<void> = writeRun,
): (checkpoint: Checkpoint, rests: boolean, project: string) => void {
  let newest: { readonly project: string; readonly checkpoint: KeptCheckpoint } | undefined;
  let waiting = false;

  function write(): void {
    waiting = false;
    if (!newest) return;
    const { project, checkpoint } = newest;
    newest = undefined;
    // Where storage is blocked, opening it may throw at once.
    void (async () => writeKept(project, worthKeeping(checkpoint)))().catch(() => {});
  }

  globalThis.addEventListener('pagehide', write);
  return (checkpoint, rests, project) => {
    // The last word of a training that was left comes late; if it waits to be written, it is this tab's.
    if (project !== newest?.project && project !== projectOnScreen()) return;
    if (project !== newest?.project) write();
    newest = { project, checkpoint: { ...checkpoint, ran: !rests } };
    if (rests) {
      write();
      return;
    }
    if (!waiting) setTimeout(write, PAUSE);
    waiting = true;
  };
}

/** What of a training is kept; what layers knew that are gone is left out first. */
function worthKeeping(run: KeptCheckpoint): KeptCheckpoint | undefined {
  const { shelved = [], ...bare } = run;
  const size = countWeights(Object.values(run.weights).flat());
  const beside = countWeights(shelved.flatMap(({ tensors }) => tensors));
  const wanted = beside > 0 && size + beside <= MAX_WEIGHTS ? run : bare;
  const isWanted = isWorthKeeping(run) || wanted === run;
  return isWanted && size <= MAX_WEIGHTS ? wanted : undefined;
}

const countWeights = (tensors: readonly Float32Array[]): number =>
  tensors.reduce((total, { length }) => total + length, 0);
