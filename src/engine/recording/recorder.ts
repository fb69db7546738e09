import { isTrainable, type Network } from '../../compiler/ir.ts';
import type { BatchMark } from '../data/room.ts';
import type { Capture, Carried, Eventual, Executor, Sheets, Spot, WeightMap } from '../executor.ts';
import type { Figures } from '../figures/evaluator.ts';
import type { Place } from '../session/progress.ts';
import { planVector, type VectorPlan } from '../weight-vector.ts';
import { bareBytes, fitsRecording, RECORDING_BYTES } from './room.ts';
import { createStack, type Stack } from './sheets.ts';
import { bend, nextDue } from './stride.ts';

/** From here on, in bytes, small captures never fill the memory: nothing on a shared sheet is thinned out. */
const SHARING_BYTES = 32 * 1024 * 1024;
/** Readings that may be under way at once: one that takes longer than an update is not waited for. */
const MOST_READINGS = 4;
/** What a rule remembers is left out where fewer moments could be kept with it. */
const FEWEST_CARRYING = 16;
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
  /** What the update after it depends on beside the weights; missing where that is nothing. */
  readonly carried: Carried | undefined;
}

/** What belongs to a moment beside its step and weights. */
export type Circumstances = Omit<Moment, 'step' | 'weights' | 'carried'>;

/** A moment as it is kept: cheap to make, unpacked only when somebody goes back to it. */
interface Kept extends Circumstances, Capture {
  readonly step: number;
}

/** What can be recorded; an executor. */
type Reader = Pick<Executor, 'capture'>;

/**
 * Records a run: its weights and what its rule remembers, at a growing stride, within a fixed memory. When that
 * is full, the moments that lie closest together are thinned out and the stride becomes wider.
 * describe: what belongs to the moment at hand. most: memory, in bytes.
 */
export function createRecorder(describe: () => Circumstances, most = RECORDING_BYTES) {
  let moments: Kept[] = [];
  /** What they take, in bytes. */
  let taken = 0;
  let plan: VectorPlan | undefined;
  let stack = createStack(most, false);
  /** What a moment takes without what the rule remembers, in bytes. */
  let bare = 0;
  /** How many moments fit. */
  let room = 0;
  /** How many were asked for since the beginning, or are left of them since it was gone back. */
  let asked = 0;
  /** The moment that somebody went back to last: one that is open takes its memory twice. */
  let opened: { readonly kept: Kept; readonly moment: Moment } | undefined;
  let next = Number.POSITIVE_INFINITY;
  let reader: Reader | undefined;
  let readings = 0;
  /** Readings whose sheets may still be written on, those that are out of date among them. */
  let writing = 0;
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

  const sizeOf = ({ memory }: Kept): number =>
    bare + (memory ? memory.length * memory.sheet.BYTES_PER_ELEMENT : 0);

  function keep(moment: Kept): void {
    const size = sizeOf(moment);
    taken += size;
    room = Math.floor(most / size);
    if (moment.step > (moments.at(-1)?.step ?? -1)) moments.push(moment);
    // What was read later may be there earlier.
    else moments.splice(moments.findLastIndex(({ step }) => step < moment.step) + 1, 0, moment);
    while (taken > most && moments.length > 2) {
      const [gone] = moments.splice(closest(moments), 1);
      if (gone) letGo(gone);
    }
    changed();
  }

  function letGo(gone: Kept): void {
    taken -= sizeOf(gone);
    giveBack(gone);
  }

  function giveBack({ vector, memory }: Capture): void {
    stack.takeBack(vector);
    if (memory) stack.takeBack(memory);
  }

  /** What the capture at hand was handed, and how much that is. One list for all: most captures need no own. */
  const handed: Spot[] = [];
  let hands = 0;
  const hand = <S extends Spot>(spot: S): S => {
    handed[hands++] = spot;
    return spot;
  };
  const sheets: Sheets = {
    floats: (length) => hand(stack.floats(length)),
    doubles: (length) => hand(stack.doubles(length)),
  };

  /** Asks for a capture. Where it fails, at once or later, there is none, and its sheets are free again. */
  function captureOf(from: Reader): Eventual<Capture | undefined> {
    hands = 0;
    try {
      const capture = from.capture(sheets, Math.max(0, most / FEWEST_CARRYING - bare));
      return capture instanceof Promise ? orNothing(capture) : capture;
    } catch {
      return takeBackHanded(stack, handed.slice(0, hands));
    }
  }

  function orNothing(capture: Promise<Capture>): Promise<Capture | undefined> {
    const [on, mine] = [stack, handed.slice(0, hands)];
    return capture.catch(() => takeBackHanded(on, mine));
  }

  /** All of it is copied: whoever goes back may still be there when its sheets are written on again. */
  function open(kept: Kept): Moment {
    if (opened?.kept === kept) return opened.moment;
    const { step, epoch, mark, figures } = kept;
    const moment = {
      step,
      epoch,
      mark,
      figures,
      carried: carriedBy(kept),
      weights: weightsOf(kept),
    };
    opened = { kept, moment };
    return moment;
  }

  const footprintOf = (kept: Kept): Footprint => ({ step: kept.step, weights: weightsOf(kept) });
  const weightsOf = ({ vector }: Kept): WeightMap => plan?.unpack(vector.sheet, vector.at) ?? {};

  function cut(step: number): void {
    generation += 1;
    readings = 0;
    opened = undefined;
    const gone = moments.filter((moment) => moment.step > step);
    moments = moments.filter((moment) => moment.step <= step);
    for (const moment of gone) letGo(moment);
    asked = moments.length;
    changed();
  }

  return {
    /** Begins anew from given weights. Networks without a loss, and too large ones, are not recorded. */
    begin: (network: Network, executor: Reader, { step, weights }: Footprint): void => {
      cut(-1);
      const lengthBefore = plan?.length;
      plan = planVector(network);
      bare = bareBytes(network);
      const isRecorded = isTrainable(network) && fitsRecording(network, most);
      // The same network again writes on the same sheets: they need not be fetched again.
      if (isRecorded && plan.length === lengthBefore && writing === 0) stack.takeAllBack();
      else stack = createStack(most, most >= SHARING_BYTES);
      // A place holds on to all that was laid before it.
      handed.length = 0;
      leavesPrints = plan.length <= MOST_PRINT_WEIGHTS;
      next = isRecorded ? step + 1 : Number.POSITIVE_INFINITY;
      reader = isRecorded ? executor : undefined;
      const vector = { sheet: plan.pack(weights), at: 0, length: plan.length };
      if (!isRecorded) return;
      keep(keptOf(step, describe(), { vector, memory: undefined, carried: undefined }));
      asked = 1;
    },
    /** After an update. Costs a comparison where nothing is due. */
    offer: (step: number): void => {
      if (step < next || !reader || readings >= MOST_READINGS) return;
      asked += 1;
      next = nextDue(step, step - first(), room, asked);
      const circumstances = describe();
      const capture = captureOf(reader);
      if (!(capture instanceof Promise)) {
        if (capture) keep(keptOf(step, circumstances, capture));
        return;
      }
      const of = generation;
      readings += 1;
      writing += 1;
      void capture
        .then((come) => {
          if (come && of === generation) keep(keptOf(step, circumstances, come));
          else if (come) giveBack(come);
        })
        .finally(() => {
          writing -= 1;
          if (of === generation) readings -= 1;
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
      const behind = moments.at(after);
      const before = after > 0 ? moments[after - 1] : undefined;
      if (!behind) return undefined;
      return open(before && step - before.step < behind.step - step ? before : behind);
    },
    /** The steps that can be gone back to, in order; nothing where the run is not recorded. */
    steps: (): Float64Array | undefined => {
      if (!reader) return undefined;
      steps ??= Float64Array.from(moments, ({ step }) => step);
      return steps;
    },
    /** The way of a small network's weights: the first updates one by one, then ever fewer. */
    prints: (): readonly Footprint[] => {
      prints ??= leavesPrints && reader ? spread(moments).map(footprintOf) : [];
      return prints;
    },
  };
}

function takeBackHanded(on: Stack, spots: readonly Spot[]): undefined {
  for (const spot of spots) on.takeBack(spot);
}

/** Each by its name: to spread them takes a short run several times as long. */
const keptOf = (
  step: number,
  { epoch, mark, figures }: Circumstances,
  { vector, memory, carried }: Capture,
): Kept => ({ step, epoch, mark, figures, vector, memory, carried });

function carriedBy({ carried, memory }: Kept): Carried | undefined {
  if (!carried) return undefined;
  const { sheet, at, length } = memory ?? nothing;
  return { ...carried, memory: sheet.slice(at, at + length) };
}

const nothing = { sheet: new Float32Array(), at: 0, length: 0 };

/** The place of the moment whose neighbours lie closest together; neither the first nor the last. */
function closest(moments: readonly Kept[]): number {
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
function spread(moments: readonly Kept[]): Kept[] {
  let next = Number.NEGATIVE_INFINITY;
  return moments.filter(({ step }) => {
    if (step < next) return false;
    next = Math.max(step + 1, Math.ceil(step * PRINT_STRIDE));
    return true;
  });
}

/** A run as it is recorded. */
export type Recorder = ReturnType<typeof createRecorder>;
