import { isTrainable, type Network } from '../../compiler/ir.ts';
import { sizeOf } from '../../core/shape.ts';
import type { BatchMark } from '../data-room.ts';
import type { Figures } from '../evaluator.ts';
import type { Executor, WeightMap } from '../executor.ts';
import type { Place } from '../progress.ts';
import { bend, nextDue } from './stride.ts';

/** What a recording may take, in bytes: 64 MB. */
const RECORDING_BYTES = 64 * 1024 * 1024;
/** What a moment takes beside its weights, and a weight tensor beside its numbers, in bytes. */
const MOMENT_BYTES = 700;
const TENSOR_BYTES = 250;
/** Readings that may be under way at once: one that takes longer than an update is not waited for. */
const MOST_READINGS = 4;
/** A run of which fewer moments could be kept is not recorded. */
const FEWEST_MOMENTS = 8;
/** Weights of larger networks are not drawn as a way. */
const MOST_PRINT_WEIGHTS = 2000;
/** How much further every footprint lies than the one before. */
const PRINT_STRIDE = 1.02;

/** Where the weights have been. */
export interface Footprint {
  readonly step: number;
  readonly weights: WeightMap;
}

/** A moment of a run that can be gone back to. */
export interface Moment extends Footprint, Place {
  /** Where the order of batches was. */
  readonly mark: BatchMark | undefined;
  /** The figures that were known then. */
  readonly figures: Figures;
}

/** What belongs to a moment beside its step and weights. */
export type Circumstances = Omit<Moment, 'step' | 'weights'>;

/** Who reads weights; an executor. */
type Reader = Pick<Executor, 'readWeights'>;

/**
 * Records a run: its weights at a growing stride, within a fixed memory. When that is full, the moments
 * that lie closest together are thinned out and the stride becomes wider.
 * describe: what belongs to the moment at hand. most: memory, in bytes.
 */
export function createRecorder(describe: () => Circumstances, most = RECORDING_BYTES) {
  let moments: Moment[] = [];
  /** How many moments fit. */
  let room = 0;
  let next = Number.POSITIVE_INFINITY;
  let reader: Reader | undefined;
  let readings = 0;
  let leavesPrints = false;
  let prints: readonly Footprint[] | undefined;
  let steps: Float64Array | undefined;
  /** Counts what was begun or taken back: a reading that was asked for before is out of date. */
  let generation = 0;

  const first = (): number => moments[0]?.step ?? 0;
  const changed = (): void => {
    prints = undefined;
    steps = undefined;
  };

  function keep(moment: Moment): void {
    // What was read later may be there earlier.
    const at = moments.findLastIndex(({ step }) => step < moment.step);
    moments.splice(at + 1, 0, moment);
    if (moments.length > room) moments.splice(closest(moments), 1);
    changed();
  }

  function cut(step: number): void {
    generation += 1;
    readings = 0;
    moments = moments.filter((moment) => moment.step <= step);
    changed();
  }

  return {
    /** Begins anew from given weights. Networks without a loss, and too large ones, are not recorded. */
    begin: (network: Network, executor: Reader, { step, weights }: Footprint): void => {
      cut(-1);
      const { numbers, tensors } = extentOf(network);
      room = Math.floor(most / (MOMENT_BYTES + TENSOR_BYTES * tensors + 4 * numbers));
      const isRecorded = isTrainable(network) && room >= FEWEST_MOMENTS;
      leavesPrints = numbers <= MOST_PRINT_WEIGHTS;
      next = isRecorded ? step + 1 : Number.POSITIVE_INFINITY;
      reader = isRecorded ? executor : undefined;
      if (isRecorded) keep({ step, weights, ...describe() });
    },
    /** After an update. Costs a comparison where nothing is due. */
    offer: (step: number): void => {
      if (step < next || !reader || readings >= MOST_READINGS) return;
      next = nextDue(step, step - first(), room);
      const circumstances = describe();
      const weights = reader.readWeights();
      if (!(weights instanceof Promise)) {
        keep({ step, weights, ...circumstances });
        return;
      }
      const asked = generation;
      readings += 1;
      void weights
        .then((late) => {
          if (asked === generation) keep({ step, weights: late, ...circumstances });
        })
        .catch(() => {})
        .finally(() => {
          if (asked === generation) readings -= 1;
        });
    },
    /** The same run goes on from a step on another executor, or on the same one. */
    follow: (executor: Reader, step: number): void => {
      cut(step);
      if (!reader) return;
      reader = executor;
      next = Math.min(next, step + 1);
    },
    /** Takes back what lies beyond a step. */
    rewind: (step: number): void => {
      cut(step);
      if (reader) next = Math.min(next, step + 1);
    },
    /** The recorded moment that lies nearest to a step. */
    nearest: (step: number): Moment | undefined => {
      const after = moments.findIndex((moment) => moment.step >= step);
      if (after < 1) return after === 0 ? moments[0] : moments.at(-1);
      const [before, behind] = [moments[after - 1] as Moment, moments[after] as Moment];
      return step - before.step < behind.step - step ? before : behind;
    },
    /** The steps that can be gone back to, in order; nothing where the run is not recorded. */
    steps: (): Float64Array | undefined => {
      if (!reader) return undefined;
      steps ??= Float64Array.from(moments, ({ step }) => step);
      return steps;
    },
    /** The way of a small network's weights: the first updates one by one, then ever fewer. */
    prints: (): readonly Footprint[] => {
      prints ??= leavesPrints && reader ? spread(moments) : [];
      return prints;
    },
  };
}

/** The place of the moment whose neighbours lie closest together; neither the first nor the last. */
function closest(moments: readonly Moment[]): number {
  const begin = moments[0]?.step ?? 0;
  const at = moments.map(({ step }) => bend(step - begin));
  let found = 1;
  for (let i = 2; i < at.length - 1; i++) {
    if (gapAround(at, i) < gapAround(at, found)) found = i;
  }
  return found;
}

const gapAround = (at: readonly number[], i: number): number =>
  (at[i + 1] as number) - (at[i - 1] as number);

/** Footprints at a stride that grows with the step. */
function spread(moments: readonly Moment[]): Moment[] {
  let next = Number.NEGATIVE_INFINITY;
  return moments.filter(({ step }) => {
    if (step < next) return false;
    next = Math.max(step + 1, Math.ceil(step * PRINT_STRIDE));
    return true;
  });
}

function extentOf({ nodes }: Network): { readonly numbers: number; readonly tensors: number } {
  const specs = nodes.flatMap(({ weights }) => weights);
  return {
    numbers: specs.reduce((sum, { shape }) => sum + sizeOf(shape), 0),
    tensors: specs.length,
  };
}

/** A run as it is recorded. */
export type Recorder = ReturnType<typeof createRecorder>;
