import * as Comlink from 'comlink';
import type { SeedsApi } from '../../engine/seeds/api.ts';
import type { SeedPlan, SeedResult, SeedTerms } from '../../engine/seeds/seed-plan.ts';
import { nameLock, onRelease } from '../../engine/worker-life.ts';

/** Starts of a plan that wait to be trained. */
export interface Job {
  readonly plan: SeedPlan;
  readonly first: number;
  readonly count: number;
}

/** Starts of a job that one worker trains at a time, counted from the first of the job. */
interface Chunk {
  readonly from: number;
  readonly count: number;
}

/** What becomes of jobs, by their place. */
export interface PoolEars {
  /** Whether the job is worth its time. */
  readonly onTerms: (job: number, terms: SeedTerms) => boolean;
  readonly onResults: (job: number, results: readonly SeedResult[]) => void;
  /** A job that could not be carried out, and why; without a reason, its worker is gone. */
  readonly onFailure: (job: number, detail: string | undefined) => void;
  /** Updates that are done of all jobs. */
  readonly onUpdates: (done: number) => void;
}

/** Results come about this often, in ms. */
const RHYTHM = 60;
/** Most starts that are handed out at once. */
const MOST = 50;

/**
 * Trains jobs one after another, the starts of each divided over some workers. All workers end with it. A job
 * at which a worker dies goes on with the others that are left: its starts are handed out once more. A second worker
 * that dies at it ends it, and so does the only one; another worker goes on with the jobs that are left.
 */
export function trainAll(
  jobs: readonly Job[],
  spawn: () => Worker,
  size: number,
  ears: PoolEars,
): { readonly ended: Promise<void>; readonly stop: () => void } {
  const handedOut = jobs.map(() => 0);
  /** Starts of a job that a worker took with it, to be trained by another. */
  const returned = jobs.map((): Chunk[] => []);
  const deaths = jobs.map(() => 0);
  let alive = 0;
  const given = new Set<number>();
  const asked = jobs.map(() => undefined as boolean | undefined);
  let finished = 0;
  let stopped = false;
  const underWay = new Map<Worker, number>();
  const ends = new Set<() => void>();

  const tellUpdates = (): void => {
    ears.onUpdates([...underWay.values()].reduce((sum, done) => sum + done, finished));
  };

  const next = (): number =>
    jobs.findIndex(
      ({ count }, job) =>
        !given.has(job) && ((handedOut[job] ?? 0) < count || (returned[job]?.length ?? 0) > 0),
    );

  const giveUp = (job: number): void => {
    given.add(job);
  };

  function takeChunk(job: number, most: number): Chunk | undefined {
    const again = returned[job]?.pop();
    if (again) return again;
    const from = handedOut[job] ?? 0;
    const count = Math.min(most, (jobs[job]?.count ?? 0) - from);
    handedOut[job] = from + count;
    return count > 0 ? { from, count } : undefined;
  }

  async function carryOut(
    worker: Worker,
    api: Comlink.Remote<SeedsApi>,
    doing: { job: number; chunk?: Chunk | undefined },
  ): Promise<void> {
    let prepared = -1;
    let chunkSize = 1;
    const hear = Comlink.proxy((done: number): void => {
      underWay.set(worker, done);
      tellUpdates();
    });
    for (let at = next(); at >= 0 && !stopped; at = next()) {
      const job = jobs[at] as Job;
      doing.job = at;
      try {
        if (prepared !== at) {
          const terms = await api.prepare(job.plan);
          if (stopped) return;
          asked[at] ??= ears.onTerms(at, terms);
          if (!asked[at]) {
            giveUp(at);
            continue;
          }
          prepared = at;
          chunkSize = chunkSizeFor(terms.updateTime * job.plan.updates);
        }
        const mine = given.has(at) ? undefined : takeChunk(at, chunkSize);
        if (!mine) continue;
        doing.chunk = mine;
        const { from, count } = mine;
        const seeds = Array.from({ length: count }, (_, i) => job.first + from + i);
        const begun = performance.now();
        const results = await api.train(seeds, hear);
        if (stopped) return;
        doing.chunk = undefined;
        chunkSize = chunkSizeFor((performance.now() - begun) / count);
        underWay.delete(worker);
        finished += count * job.plan.updates;
        ears.onResults(at, results);
        tellUpdates();
      } catch (error) {
        if (stopped) return;
        underWay.delete(worker);
        doing.chunk = undefined;
        if (!given.has(at))
          ears.onFailure(at, error instanceof Error ? error.message : String(error));
        giveUp(at);
        prepared = -1;
      }
    }
  }

  async function work(): Promise<void> {
    const worker = spawn();
    const api = Comlink.wrap<SeedsApi>(worker);
    const doing: { job: number; chunk?: Chunk | undefined } = { job: next() };
    alive += 1;
    let over = false;
    const ended = new Promise<void>((resolve) => {
      ends.add(resolve);
      const die = (detail: string | undefined): void => {
        if (over) return;
        over = true;
        underWay.delete(worker);
        alive -= 1;
        const { job, chunk } = doing;
        const before = deaths[job] ?? 0;
        deaths[job] = before + 1;
        if (alive > 0 && before === 0) {
          if (chunk) returned[job]?.push(chunk);
        } else {
          if (!stopped && !given.has(job)) ears.onFailure(job, detail);
          giveUp(job);
        }
        resolve();
      };
      worker.onerror = ({ message }) => die(message);
      const lock = nameLock('seeds');
      void api.open(lock).then(() => onRelease(lock, () => die(undefined)));
    });
    try {
      await Promise.race([carryOut(worker, api, doing), ended]);
    } finally {
      const died = over;
      if (!died) alive -= 1;
      over = true;
      worker.terminate();
      if (died && !stopped && next() >= 0) await work();
    }
  }

  const most = jobs.reduce((sum, { count }) => sum + count, 0);
  const all = Promise.all(Array.from({ length: Math.min(size, most) }, work));
  return {
    ended: all.then(() => {}),
    stop: () => {
      stopped = true;
      for (const end of ends) end();
    },
  };
}

/** Starts that are trained in about the time between two words. */
const chunkSizeFor = (time: number): number =>
  Math.max(1, Math.min(MOST, Math.round(RHYTHM / Math.max(time, 0.01))));
