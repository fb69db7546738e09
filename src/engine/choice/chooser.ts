import { isTrainable } from '../../compiler/ir.ts';
import type { Executor } from '../executor.ts';
import type { Candidate, Choice, ExecutorName, Trial } from './candidate.ts';
import { distance, isClose, type Sample, sampleOf } from './sample.ts';
import { lossKey, prepare, type Task, taskKey } from './task.ts';
import { deathOf, refusalOf, tryCandidate } from './trial.ts';

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

/** What is wished for beside speed. */
interface Wish {
  /** What the person wants. */
  readonly name?: ExecutorName | undefined;
  /** What runs the same network already: it goes on when it is the choice again. */
  readonly running?: Chosen | undefined;
}

/**
 * Chooses how a network is run: candidates that can run it are timed on it for a moment, and the fastest
 * is taken. What was found is remembered for that network on that machine. The last candidate is the
 * reference that the others' numbers are held against.
 */
export function createChooser(candidates: readonly Candidate[], memory?: ChoiceMemory) {
  /** Candidates that failed in use; they are not tried again while the page lives. */
  const struck = new Map<ExecutorName, Trial>();
  /** Candidates whose numbers were right, with the kinds of layer they were right for. */
  const right = new Set<string>();
  const byName = new Map(candidates.map((candidate) => [candidate.name, candidate]));
  const last = candidates.at(-1);
  if (!last) throw new Error('no way to run a network was given');
  const reference = last;

  /** Holds candidates against the reference, whose numbers are worked out once a task. */
  function checker(task: Task): (candidate: Candidate) => Promise<number> {
    let wanted: Promise<Sample> | undefined;
    const kinds = [...new Set(task.ir.nodes.map(({ kind }) => kind))].sort().join();
    return async (candidate) => {
      const name = `${candidate.name} ${kinds} ${lossKey(task.ir)}`;
      // Without a loss there is no update to hold against the reference's.
      if (!candidate.checked || right.has(name) || !isTrainable(task.ir)) return 0;
      wanted ??= sampleOf(reference, task);
      // In turn: candidates share TensorFlow.js, which works on one backend at a time.
      const [a, b] = [await wanted, await sampleOf(candidate, task)];
      const off = distance(a, b);
      if (isClose(off)) right.add(name);
      return off;
    };
  }

  async function compare(task: Task): Promise<Trial[]> {
    const offOf = checker(task);
    const trials: Trial[] = [];
    let best = Number.POSITIVE_INFINITY;
    // Those that start at once come first, so that slow starters are spared when they cannot win.
    for (const candidate of [...candidates].sort((a, b) => a.least - b.least)) {
      const { name } = candidate;
      const known = struck.get(name);
      // The reference is slow, and needed only where nothing else works.
      const isSpare = candidate === reference && best < Number.POSITIVE_INFINITY;
      const trial =
        known ??
        (isSpare
          ? ({ name, outcome: 'untimed' } as const)
          : await tryCandidate(candidate, task, { off: () => offOf(candidate), toBeat: best }));
      trials.push(trial);
      if (trial.outcome === 'timed') best = Math.min(best, 1000 / trial.stepsPerSecond);
    }
    return trials.sort((a, b) => speedOf(b) - speedOf(a));
  }

  /** The candidate with the network on it, or what is in the way. */
  async function start(name: ExecutorName, task: Task): Promise<Executor | Trial> {
    const candidate = byName.get(name);
    if (!candidate) return { name, outcome: 'missing' };
    const known = struck.get(name);
    if (known) return known;
    try {
      const refusal = await refusalOf(candidate, task);
      if (refusal) return refusal;
      const off = await checker(task)(candidate);
      if (!isClose(off)) return { name, outcome: 'wrong', off };
      return await prepare(candidate, task);
    } catch (error) {
      return deathOf(name, error);
    }
  }

  /** Starts the first of some candidates that runs; trials are mended by what is found on the way. */
  async function startFirst(names: readonly ExecutorName[], trials: readonly Trial[], task: Task) {
    let found = trials;
    for (const name of names) {
      const started = await start(name, task);
      if ('step' in started) return { executor: started, name, trials: found };
      found = found.map((trial) => (trial.name === name ? started : trial));
    }
    return { executor: undefined, name: undefined, trials: found };
  }

  async function trialsOf(task: Task): Promise<readonly Trial[]> {
    // What is only looked at needs no race: whatever starts at once will do.
    if (!isTrainable(task.ir)) {
      const atOnce = candidates.filter(({ least }) => least === 0);
      return atOnce.map(({ name }) => struck.get(name) ?? { name, outcome: 'untimed' });
    }
    const key = taskKey(task);
    const known = await memory?.recall(key).catch(() => undefined);
    if (known && !struck.has(known.name)) return known.trials;
    const trials = await compare(task);
    const [fastest] = trials;
    // A failure may be of the day; it is not carried on to the next visit.
    const isSound = !trials.some(({ outcome }) => outcome === 'died');
    if (isSound && fastest?.outcome === 'timed') {
      const choice = { name: fastest.name, trials, forced: false };
      void memory?.keep(key, choice).catch(() => {});
    }
    return trials;
  }

  /** The fastest first; one that was not timed is better than none, and the reference the surest. */
  function inTurn(trials: readonly Trial[]): ExecutorName[] {
    const named = (wanted: Trial['outcome']): ExecutorName[] =>
      trials.filter(({ outcome }) => outcome === wanted).map(({ name }) => name);
    const isReference = (name: ExecutorName): number => Number(name === reference.name);
    return [...named('timed'), ...named('untimed').sort((a, b) => isReference(b) - isReference(a))];
  }

  async function carryOn({ executor, choice }: Chosen, next: Omit<Choice, 'name'>) {
    await byName.get(choice.name)?.activate();
    return { executor, choice: { ...choice, ...next } };
  }

  return {
    /** An executor for a task: the named one if it runs, else the fastest. Throws when none runs. */
    choose: async (task: Task, { name, running }: Wish = {}): Promise<Chosen> => {
      let trials = await trialsOf(task);
      const isRunning = (which: ExecutorName | undefined): boolean =>
        running !== undefined && running.choice.name === which && !struck.has(running.choice.name);
      if (name) {
        if (running && isRunning(name)) return carryOn(running, { trials, forced: true });
        const wanted = await startFirst([name], trials, task);
        trials = wanted.trials;
        const { executor } = wanted;
        if (executor) return { executor, choice: { name, trials, forced: true } };
      }
      if (running && isRunning(trials[0]?.name)) return carryOn(running, { trials, forced: false });
      const order = isTrainable(task.ir) ? inTurn(trials) : trials.map((trial) => trial.name);
      const first = await startFirst(order, trials, task);
      if (first.executor) {
        const choice = { name: first.name, trials: first.trials, forced: false };
        return { executor: first.executor, choice };
      }
      const died = [...first.trials, ...struck.values()].find(({ outcome }) => outcome === 'died');
      // With nothing left, what failed once may be tried again by the next that is asked.
      struck.clear();
      throw new Error(
        died?.outcome === 'died' ? died.detail : 'nothing on this machine can run this network',
      );
    },
    /** An executor failed in use: it is not chosen again. */
    strike: (name: ExecutorName, error: unknown): void => {
      struck.set(name, deathOf(name, error));
    },
  };
}

/** Chooses executors. */
export type Chooser = ReturnType<typeof createChooser>;

const speedOf = (trial: Trial): number =>
  trial.outcome === 'timed' ? trial.stepsPerSecond : Number.NEGATIVE_INFINITY;
