import type { Executor } from '../executor.ts';
import type { Candidate, Choice, ExecutorName, Trial } from './candidate.ts';
import { taskKey } from './task-key.ts';
import { distance, prepare, sampleOf, type Task, TOLERANCE, tryCandidate } from './trial.ts';

/** Where choices are kept from one visit to the next. */
export interface ChoiceMemory {
  readonly recall: (key: string) => Promise<Choice | undefined>;
  readonly keep: (key: string, choice: Choice) => Promise<void>;
}

/** An executor with the network on it, and how it came to be chosen. */
export interface Chosen {
  readonly executor: Executor;
  readonly choice: Choice;
}

/**
 * Chooses how a network is run: every candidate that can run it is timed on it for a moment, and the
 * fastest is taken. What was found is remembered for that network on that machine.
 */
export function createChooser(candidates: readonly Candidate[], memory?: ChoiceMemory) {
  /** Candidates that died or erred in use; they are not tried again while the page lives. */
  const struck = new Map<ExecutorName, Trial>();
  /** Candidates whose numbers were right, with the kinds of layer they were right for. */
  const right = new Set<string>();
  const byName = new Map(candidates.map((candidate) => [candidate.name, candidate]));
  const last = candidates.at(-1);
  if (!last) throw new Error('no way to run a network was given');
  const reference = last;

  async function compare(task: Task): Promise<Trial[]> {
    let wanted: Float32Array | undefined;
    const kinds = [...new Set(task.ir.nodes.map(({ kind }) => kind))].sort().join();
    const offOf = async (candidate: Candidate): Promise<number> => {
      const name = `${candidate.name} ${kinds} ${task.ir.loss.spec.type}`;
      if (!candidate.checked || right.has(name)) return 0;
      wanted ??= await sampleOf(reference, task);
      const off = distance(wanted, await sampleOf(candidate, task));
      if (off <= TOLERANCE) right.add(name);
      return off;
    };
    const trials: Trial[] = [];
    let best = Number.POSITIVE_INFINITY;
    // Those that start at once come first, so that slow starters are spared when they cannot win.
    const inTurn = [...candidates].sort((a, b) => a.least - b.least);
    for (const candidate of inTurn) {
      const isNeeded = candidate !== reference || best === Number.POSITIVE_INFINITY;
      const trial =
        struck.get(candidate.name) ??
        (isNeeded
          ? await tryCandidate(candidate, task, { off: () => offOf(candidate), toBeat: best })
          : ({ name: candidate.name, outcome: 'hopeless' } as const));
      trials.push(trial);
      if (trial.outcome === 'timed') best = Math.min(best, 1000 / trial.stepsPerSecond);
    }
    return trials.sort((a, b) => speedOf(b) - speedOf(a));
  }

  /** The candidate with the network on it, or what is in the way. */
  async function start(name: ExecutorName, task: Task): Promise<Executor | Trial> {
    const known = struck.get(name);
    if (known) return known;
    const candidate = byName.get(name);
    if (!candidate) return { name, outcome: 'missing' };
    const obstacle = candidate.obstacle(task.ir, task.batch.rows);
    if (obstacle) return { name, outcome: obstacle };
    const absence = await candidate.absence();
    if (absence) return { name, outcome: absence };
    try {
      return await prepare(candidate, task);
    } catch (error) {
      return strike(name, error);
    }
  }

  function strike(name: ExecutorName, error: unknown): Trial {
    const detail = error instanceof Error ? error.message : String(error);
    const trial = { name, outcome: 'died', detail } as const;
    struck.set(name, trial);
    return trial;
  }

  return {
    /** An executor for a task: the named one if it runs, else the fastest. Throws when none runs. */
    choose: async (task: Task, wanted?: ExecutorName): Promise<Chosen> => {
      const key = taskKey(task);
      const known = await memory?.recall(key).catch(() => undefined);
      const isGood = known && !struck.has(known.name);
      let trials = isGood ? known.trials : await compare(task);
      if (!isGood) {
        const fastest = trials[0];
        if (fastest?.outcome === 'timed') {
          void memory?.keep(key, { name: fastest.name, trials, forced: false }).catch(() => {});
        }
      }
      if (wanted) {
        const started = await start(wanted, task);
        if ('step' in started) {
          return { executor: started, choice: { name: wanted, trials, forced: true } };
        }
        trials = trials.map((trial) => (trial.name === wanted ? started : trial));
      }
      for (const trial of trials) {
        if (trial.outcome !== 'timed') continue;
        const started = await start(trial.name, task);
        if ('step' in started) {
          return { executor: started, choice: { name: trial.name, trials, forced: false } };
        }
      }
      const died = [...struck.values(), ...trials].find(({ outcome }) => outcome === 'died');
      // With nothing left, what failed once may be tried again by the next that is asked.
      struck.clear();
      throw new Error(
        died?.outcome === 'died' ? died.detail : 'nothing on this machine can run this network',
      );
    },
    /** An executor failed in use: it is not chosen again. */
    strike: (name: ExecutorName, error: unknown): void => void strike(name, error),
  };
}

/** Chooses executors. */
export type Chooser = ReturnType<typeof createChooser>;

const speedOf = (trial: Trial): number =>
  trial.outcome === 'timed' ? trial.stepsPerSecond : Number.NEGATIVE_INFINITY;
