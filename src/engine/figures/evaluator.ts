import { EVALUATED_AT_ONCE } from '../../compiler/compile.ts';
import { type Ir, isTrainable, type Network } from '../../compiler/ir.ts';
import { takeRows } from '../../core/samples.ts';
import { sizeOf } from '../../core/shape.ts';
import { evenRows } from '../data/batches.ts';
import type { EncodedSet, TrainingData } from '../data/data.ts';
import type { Executor } from '../executor.ts';
import { type Metrics, measure, outputsOf } from './metrics.ts';
import { isRegular } from './regular-steps.ts';

/** Rows of a large training set that stand for it. */
const SAMPLE_ROWS = 500;
/** An evaluation this short is made for every look, in ms. */
const SHORT = 30;
/** While training, evaluations of a set take at most this share of the time. */
const MAX_SHARE = 0.08;
/** A set is measured at regular steps when that takes at most so many multiplications, or no more rows than an update. */
const FEW_PRODUCTS = 500_000;

/** When figures are wanted. */
export interface Occasion {
  readonly step: number;
  readonly epoch: number;
  readonly running: boolean;
  /** Whether nobody waits for the figures any more: then they are left as they were. */
  readonly isOff: () => boolean;
}

/** What an update is like, as far as it decides what is measured at regular steps. */
export interface Updating {
  readonly batchRows: number;
  /** Whether every update tells the loss of all training rows. */
  readonly tellsLoss: boolean;
}

/** The last figures of both sets; missing before the first evaluation. */
export interface Figures {
  readonly train: Metrics | undefined;
  readonly test: Metrics | undefined;
}

/** What a network made of a set when it was last measured. */
export interface Judged {
  readonly part: 'train' | 'test';
  readonly set: EncodedSet;
  /** Raw outputs [rows, width]. */
  readonly raw: Float32Array;
  readonly step: number;
  /** Where a row stands in its part of the data. */
  readonly indexOf: (row: number) => number;
}

/**
 * Measures a network on its data as often as that is worth its time. A small set is measured at every
 * look. Of a large one, a sample of the training rows and the test rows are measured now and then, the
 * test rows also at every end of an epoch, and both when training rests.
 */
export function createEvaluator(data: TrainingData) {
  const chosen = sampledRows(data.train.rows);
  const train = createGauge(representative(data.train), data.train.rows);
  const test = data.test && createGauge(data.test);
  let testedIn = -1;
  let tracked: ReadonlySet<keyof Figures> = new Set();
  const figures = (): Figures => ({ train: train.last(), test: test?.last() });
  return {
    figures,
    /**
     * Where rows are set apart, small sets are measured at regular steps, whatever is looked at meanwhile, so
     * that their curves are the same at every pace.
     */
    track: (network: Network, { batchRows, tellsLoss }: Updating): void => {
      const isSmall = ({ rows }: EncodedSet): boolean =>
        rows <= batchRows || rows * productsOf(network) <= FEW_PRODUCTS;
      const isTracked = isTrainable(network) && data.test && isSmall(data.test);
      const needsTrain = !tellsLoss && isSmall(representative(data.train));
      tracked = new Set(isTracked ? (needsTrain ? ['train', 'test'] : ['test']) : []);
    },
    tracks: (set: keyof Figures): boolean => tracked.has(set),
    /** Whether sets are measured after so many updates, looked at or not. */
    isRegular: (step: number): boolean => tracked.size > 0 && isRegular(step),
    /** Measures what is measured at regular steps. */
    measure: async (executor: Executor, ir: Ir, step: number): Promise<Figures> => {
      if (tracked.has('train')) await train.take(executor, ir, step, () => false);
      await test?.take(executor, ir, step, () => false);
      return figures();
    },
    /** The last answers for the test rows; for training rows where none are set apart. */
    judged: (): Judged | undefined => {
      const found = (test ?? train).judged();
      if (!found) return undefined;
      const indexOf = (row: number): number => (test ? row : (chosen?.[row] ?? row));
      return { part: test ? 'test' : 'train', indexOf, ...found };
    },
    /** Updates the figures that are due. */
    look: async (executor: Executor, ir: Ir, { step, epoch, running, isOff }: Occasion) => {
      if (train.isShort() || (running && train.isDue()))
        await train.take(executor, ir, step, isOff);
      if (!test) return figures();
      const epochEnded = running && epoch !== testedIn && epoch > 0;
      if (test.isShort() || epochEnded || (running && test.isDue())) {
        if (await test.take(executor, ir, step, isOff)) testedIn = epoch;
      }
      return figures();
    },
    /** Whether figures are older than the network; worth `settle` when training rests. */
    isBehind: (step: number): boolean =>
      [train, test].some((gauge) => gauge && gauge.last()?.step !== step),
    /** Brings all figures up to date, unless called off. */
    settle: async (executor: Executor, ir: Ir, { step, epoch, isOff }: Occasion) => {
      for (const gauge of [train, test]) {
        if (gauge && gauge.last()?.step !== step) await gauge.take(executor, ir, step, isOff);
      }
      if (test?.last()?.step === step) testedIn = epoch;
    },
    /** Other weights are looked at for a while; returns how to have the figures of these back. */
    putBy: (): (() => void) => {
      const [backTrain, backTest, then] = [train.putBy(), test?.putBy(), testedIn];
      return () => {
        backTrain();
        backTest?.();
        testedIn = then;
      };
    },
    /** Other weights: what was measured says nothing of them. */
    forget: (): void => {
      train.forget();
      test?.forget();
      testedIn = -1;
    },
  };
}

/** Measures a network on a data set. */
export type Evaluator = ReturnType<typeof createEvaluator>;

/** Measures one set, which may stand for one of `all` rows, and knows what that costs. */
function createGauge(set: EncodedSet, all = set.rows) {
  let last: { readonly metrics: Metrics; readonly raw: Float32Array } | undefined;
  let cost = set.rows <= EVALUATED_AT_ONCE ? 0 : Number.POSITIVE_INFINITY;
  let takenAt = Number.NEGATIVE_INFINITY;
  return {
    last: () => last?.metrics,
    judged: () => last && { set, raw: last.raw, step: last.metrics.step },
    isShort: () => cost < SHORT,
    isDue: () => last === undefined || (performance.now() - takenAt) * MAX_SHARE >= cost,
    /** Measures; tells whether it came to an end. */
    take: async (executor: Executor, ir: Ir, step: number, isOff: () => boolean) => {
      const begun = performance.now();
      // What is short is not worth letting messages in.
      const raw = await outputsOf(executor, set, cost < SHORT ? undefined : isOff);
      if (!raw) return false;
      last = { raw, metrics: measure(ir, raw, set, { step, all }) };
      takenAt = performance.now();
      cost = takenAt - begun;
      return true;
    },
    putBy: (): (() => void) => {
      const then = last;
      last = undefined;
      return () => {
        last = then;
      };
    },
    forget: () => {
      last = undefined;
    },
  };
}

/** Multiplications that one row takes, about: every weight is used once at each place of the output. */
const productsOf = ({ nodes }: Network): number =>
  nodes.reduce((sum, { weights, outputShape }) => {
    const places = sizeOf(outputShape.slice(0, -1));
    return sum + weights.reduce((all, { shape }) => all + sizeOf(shape), 0) * places;
  }, 0);

/** Rows spread evenly over a set, where it is much larger than a sample. */
const sampledRows = (rows: number): readonly number[] | undefined =>
  rows <= 4 * SAMPLE_ROWS ? undefined : evenRows(rows, SAMPLE_ROWS);

/** The rows by which a set is measured: all of them, or an even sample of a large one. */
export function representative(set: EncodedSet): EncodedSet {
  const chosen = sampledRows(set.rows);
  return chosen ? sampleOf(set, chosen) : set;
}

/** Some rows of a set as a set of their own. */
function sampleOf(set: EncodedSet, chosen: readonly number[]): EncodedSet {
  const width = set.y.length / set.rows;
  const y = new Float32Array(chosen.length * width);
  chosen.forEach((row, i) => {
    y.set(set.y.subarray(row * width, (row + 1) * width), i * width);
  });
  const samples = takeRows(set.samples, chosen);
  // The samples are read row by row; nobody asks for `x` as a whole.
  return { samples, rows: chosen.length, x: new Float32Array(0), y };
}
