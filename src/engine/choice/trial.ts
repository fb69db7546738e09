import { firstRows } from '../data/batches.ts';
import type { Batch, Executor } from '../executor.ts';
import type { Candidate, Trial } from './candidate.ts';
import { isClose } from './sample.ts';
import { prepare, type Task } from './task.ts';

/** How long a candidate is timed, after a first update that sets it up, in ms. */
const BUDGET = 60;
/** Rows that show whether a slow starter can win at all. */
const FEW_ROWS = 2;

/** What a candidate has to do better than. */
interface Check {
  /** How far its numbers are off, as a share; 0 where they need no check. */
  readonly off: () => Promise<number>;
  /** The best time so far, in ms. */
  readonly toBeat: number;
}

/** What keeps a candidate from running a task, as far as it can be told without starting it. */
export async function refusalOf(
  candidate: Candidate,
  { ir, batch }: Task,
): Promise<Trial | undefined> {
  const { name } = candidate;
  const outcome = candidate.obstacle(ir, batch.rows) ?? (await candidate.absence());
  return outcome && { name, outcome };
}

/** Tries a candidate: is it there, are its numbers right, how fast is it. */
export async function tryCandidate(
  candidate: Candidate,
  task: Task,
  { off, toBeat }: Check,
): Promise<Trial> {
  const { name } = candidate;
  try {
    const refusal = await refusalOf(candidate, task);
    if (refusal) return refusal;
    if (candidate.least > toBeat) return { name, outcome: 'untimed' };
    const share = await off();
    if (!isClose(share)) return { name, outcome: 'wrong', off: share };
    if (candidate.least > 0 && Number.isFinite(toBeat)) {
      // A whole batch takes at least as long as two rows.
      const few = await timed(candidate, { ...task, batch: firstRows(task.batch, FEW_ROWS) });
      if (few > toBeat) return { name, outcome: 'untimed' };
    }
    const time = await timed(candidate, task);
    return { name, outcome: 'timed', stepsPerSecond: 1000 / time };
  } catch (error) {
    return deathOf(name, error);
  }
}

/** A candidate that failed, with the reason to show. */
export const deathOf = (name: Trial['name'], error: unknown): Trial => ({
  name,
  outcome: 'died',
  detail: error instanceof Error ? error.message : String(error),
});

async function timed(candidate: Candidate, task: Task): Promise<number> {
  const executor = await prepare(candidate, task);
  try {
    return await timeOf(executor, task.batch);
  } finally {
    executor.dispose();
  }
}

/**
 * How long one update takes, in ms. The first one sets things up and does not count; of the rest, the
 * fastest stretch does, since code is still getting faster and the machine has other things to do.
 */
async function timeOf(executor: Executor, batch: Batch): Promise<number> {
  await executor.step(batch);
  const until = performance.now() + BUDGET;
  let block = 1;
  let best = Number.POSITIVE_INFINITY;
  let now = performance.now();
  do {
    const begun = now;
    for (let i = 0; i < block; i++) {
      const loss = executor.step(batch);
      if (typeof loss !== 'number') await loss;
    }
    now = performance.now();
    // A clock that did not move tells nothing yet.
    if (now > begun) best = Math.min(best, (now - begun) / block);
    if (now - begun < BUDGET / 16) block *= 2;
  } while (now < until);
  return best;
}
