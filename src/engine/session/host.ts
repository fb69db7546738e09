import type { Network } from '../../compiler/ir.ts';
import type { ExecutorName } from '../choice/candidate.ts';
import type { Chooser, Chosen } from '../choice/chooser.ts';
import type { Task } from '../choice/task.ts';
import type { Carried, WeightMap } from '../executor.ts';

/** Where training stands. */
export interface Standing {
  readonly weights: WeightMap;
  /** What the next update depends on beside them, where that is known. */
  readonly carried?: Carried | undefined;
  readonly step: number;
  readonly epoch: number;
}

/** A network on the executor that runs it. */
export interface Hosted extends Chosen {
  readonly ir: Network;
  /** Names the build in the frames it causes. */
  readonly build: number;
}

type Settings = Pick<Task, 'batch' | 'optimizer'>;

/** Keeps one network on an executor: the fastest, or the one that the person named. */
export function createHost(chooser: Chooser) {
  let hosted: Hosted | undefined;
  /** What the person wants to run the network, if not the fastest. */
  let wanted: ExecutorName | undefined;
  /** Where training stood when its weights were last read: what is left when an executor dies. */
  let known: Standing | undefined;

  async function choose(task: Task, running?: Chosen): Promise<Chosen> {
    const chosen = await chooser.choose(task, { name: wanted, running });
    // A wish that cannot be met is not kept for a network that could.
    if (!chosen.choice.forced) wanted = undefined;
    return chosen;
  }

  return {
    current: () => hosted,
    known: () => known,
    wish: (name: ExecutorName | undefined): void => {
      wanted = name;
    },
    /** A new network; there must be none. */
    place: async (build: number, task: Task): Promise<void> => {
      hosted = { ir: task.ir, build, ...(await choose(task)) };
    },
    release: (): void => {
      hosted?.executor.dispose();
      hosted = undefined;
    },
    /** Sets the weights, and remembers them. */
    write: (standing: Standing): void => {
      hosted?.executor.writeWeights(standing.weights, standing.carried);
      known = standing;
    },
    /** Reads the weights, and remembers them. */
    read: async (at: Omit<Standing, 'weights' | 'carried'>): Promise<Standing | undefined> => {
      if (!hosted) return undefined;
      known = { weights: await hosted.executor.readWeights(), ...at };
      return known;
    },
    /** Chooses anew for the same network. True when another executor runs it now; it has no weights yet. */
    rechoose: async (weights: WeightMap, settings: Settings): Promise<boolean> => {
      if (!hosted) return false;
      const before = hosted;
      const { ir, build } = before;
      hosted = { ir, build, ...(await choose({ ir, weights, ...settings }, before)) };
      if (hosted.executor === before.executor) return false;
      before.executor.dispose();
      return true;
    },
    /** Strikes the executor off. Gives where to go on from on the next best, or nothing where there is none. */
    replace: async (error: unknown, settings: Settings): Promise<Standing | undefined> => {
      if (!hosted || !known) return undefined;
      const { ir, build, choice, executor } = hosted;
      chooser.strike(choice.name, error);
      try {
        hosted = { ir, build, ...(await choose({ ir, weights: known.weights, ...settings })) };
      } catch {
        return undefined;
      }
      try {
        executor.dispose();
      } catch {
        // What died may not even let go of its memory.
      }
      return known;
    },
  };
}

/** What runs the network. */
export type Host = ReturnType<typeof createHost>;
