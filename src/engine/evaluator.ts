import { EVALUATED_AT_ONCE } from '../compiler/compile.ts';
import type { Ir } from '../compiler/ir.ts';
import { takeRows } from '../core/samples.ts';
import type { EncodedSet, TrainingData } from './data.ts';
import type { Executor } from './executor.ts';
import { type Metrics, measure, outputsOf } from './metrics.ts';

/** Rows of a large training set that stand for it. */
const SAMPLE_ROWS = 500;
/** An evaluation this short is made for every look, in ms. */
const SHORT = 30;
/** While training, evaluations take at most this share of the time. */
const MAX_SHARE = 0.12;

/** What a look may spend on figures. */
export interface Occasion {
  readonly step: number;
  readonly epoch: number;
  readonly running: boolean;
  /** Nobody waits for the figures any more: they are left as they were. */
  readonly isOff?: () => boolean;
}

/** The last figures of both sets; missing before the first evaluation. */
export interface Figures {
  readonly train: Metrics | undefined;
  readonly test: Metrics | undefined;
}

/**
 * Measures a network on its data as often as that is worth its time. A small set is measured at every
 * look. Of a large one, a sample of the training rows is measured now and then, and the test rows at
 * every end of an epoch and when training rests.
 */
export function createEvaluator(data: TrainingData) {
  const train = createGauge(sampleOf(data.train));
  const test = data.test && createGauge(data.test);
  let testedIn = -1;
  const figures = (): Figures => ({ train: train.last(), test: test?.last() });
  return {
    figures,
    /** Updates the figures that are due. */
    look: async (executor: Executor, ir: Ir, { step, epoch, running }: Occasion) => {
      if (train.isShort() || (running && train.isDue())) await train.take(executor, ir, step);
      if (!test) return figures();
      const epochEnded = running && epoch !== testedIn && epoch > 0;
      if (test.isShort() || epochEnded) {
        await test.take(executor, ir, step);
        testedIn = epoch;
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

/** Measures one set, and knows what that costs. */
function createGauge(set: EncodedSet) {
  let last: Metrics | undefined;
  let cost = set.rows <= EVALUATED_AT_ONCE ? 0 : Number.POSITIVE_INFINITY;
  let takenAt = Number.NEGATIVE_INFINITY;
  return {
    last: () => last,
    isShort: () => cost < SHORT,
    isDue: () => last === undefined || (performance.now() - takenAt) * MAX_SHARE >= cost,
    take: async (executor: Executor, ir: Ir, step: number, isOff?: () => boolean) => {
      const begun = performance.now();
      const raw = await outputsOf(executor, set, isOff);
      if (!raw) return;
      last = measure(ir, raw, set, step);
      takenAt = performance.now();
      cost = takenAt - begun;
    },
    forget: () => {
      last = undefined;
    },
  };
}

/** A set, or an even sample of one that is much larger. */
function sampleOf(set: EncodedSet): EncodedSet {
  if (set.rows <= 4 * SAMPLE_ROWS) return set;
  const chosen = Array.from({ length: SAMPLE_ROWS }, (_, i) =>
    Math.floor((i * set.rows) / SAMPLE_ROWS),
  );
  const width = set.y.length / set.rows;
  const y = new Float32Array(SAMPLE_ROWS * width);
  chosen.forEach((row, i) => {
    y.set(set.y.subarray(row * width, (row + 1) * width), i * width);
  });
  // The samples are read row by row; nobody asks for `x` as a whole.
  return { samples: takeRows(set.samples, chosen), rows: SAMPLE_ROWS, x: new Float32Array(0), y };
}
