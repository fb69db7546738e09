import { type Ir, isTrainable } from '../../compiler/ir.ts';
import { createRandom } from '../../core/random.ts';
import type { TrainingData } from '../../engine/data/data.ts';
import type { WeightMap } from '../../engine/executor.ts';
import { canFuse } from '../../engine/fused/executor.ts';
import { weightsFit } from '../../engine/initial-weights.ts';
import { filterDirection, weightsAlong, weightsBetween } from '../../engine/pictures/loss-paths.ts';
import type { Probe, ProbeContext } from '../../engine/pictures/probe.ts';
import {
  createTrial,
  fingerprint,
  isEarly,
  isSmallEnough,
  lossWith,
  noteTime,
  type Trial,
} from '../../engine/pictures/trial.ts';

/** An end of a line: where training stands, where it stood at a step, or where another run ended. */
export type LineEnd =
  | { readonly type: 'now' }
  | { readonly type: 'moment'; readonly step: number }
  | { readonly type: 'run'; readonly id: string; readonly weights: WeightMap };

/**
 * A line between two ends, or a plane around where training stands. `key` names it; `round`: another one
 * asks to go on.
 */
export type BetweenRequest = { readonly key: string; readonly round: number } & (
  | { readonly type: 'line'; readonly from: LineEnd; readonly to: LineEnd }
  | { readonly type: 'plane'; readonly seed: number; readonly reach: number }
);

/** Losses along a line, or over a plane; as far as they are worked out. */
export interface BetweenPicture {
  readonly type: 'line' | 'plane';
  /** The request's. */
  readonly key: string;
  /** Why there is none: the network is too large to be copied, or an end is not there. */
  readonly missing: 'size' | 'end' | undefined;
  /** Points of the line, from −0.25 to 1.25 of the way; or along each side of the plane, from −reach to reach. */
  readonly size: number;
  /** [size] or [size, size], from the lower left row by row; NaN where it is not worked out yet. */
  readonly losses: Float32Array;
  /** How much of it is worked out, from 0 to 1; less than 1 with whole `losses` where they are of a moment ago. */
  readonly share: number;
  /** Rows of the training set that the losses are of. */
  readonly rows: number;
  /** Steps of the ends that are moments. */
  readonly steps: readonly (number | undefined)[];
}

/** Points of a line, and along each side of a plane: odd, so that the middle is one of them. */
const ALONG_LINE = 61;
const ALONG_PLANE = 31;
/** How far a line goes on beyond its ends, as a share of it. */
const BEYOND = 0.25;
/** How long one look works on it, in ms: while training runs, and while it rests. */
const PATIENCE = { running: 12, resting: 80 } as const;

interface Job {
  readonly key: string;
  /** Tells weights apart. */
  readonly around: number;
  readonly weightsAt: (point: number) => WeightMap;
  readonly losses: Float32Array;
  next: number;
}

/** What is kept of a network: a copy to try weights on, what is being worked out, and what was. */
interface Sandbox {
  readonly trial: Trial;
  job?: Job;
  done?: Job;
}

const sandboxes = new WeakMap<TrainingData, Sandbox>();

/** The loss between two places in weight space, or around one, on a copy of the network. */
export const betweenRunsProbe: Probe<BetweenRequest, BetweenPicture> = {
  id: 'between-runs',
  compute: async (context, request) => {
    const { network, data, moment } = context;
    if (!isTrainable(network) || !canFuse(network)) return undefined;
    const { type, key } = request;
    const size = type === 'line' ? ALONG_LINE : ALONG_PLANE;
    const { ends, steps, weights } = await placesOf(network, context, request);
    const bare = { type, key, size, losses: new Float32Array(0), share: 0, rows: 0, steps };
    if (!isSmallEnough(network)) return { ...bare, missing: 'size' };
    if (!ends) return { ...bare, missing: 'end' };
    const sandbox = sandboxOf(network, data);
    const around = ends.reduce((sum, end) => sum + fingerprint(end), 0);
    if (sandbox.job?.key !== key || (!moment.running && sandbox.job.around !== around)) {
      sandbox.job = begin(network, request, { key, around, ends, weights });
    }
    work(network, sandbox, moment.running);
    const { job } = sandbox;
    if (job.next === job.losses.length) {
      sandbox.done = job;
      // While training runs it is never done: the weights have gone on.
      if (job.around !== around) {
        sandbox.job = begin(network, request, { key, around, ends, weights });
      }
    }
    const shown = sandbox.done?.key === key ? sandbox.done : job;
    return {
      ...bare,
      missing: undefined,
      losses: shown.losses.slice(),
      share: job.next / job.losses.length,
      rows: sandbox.trial.batch.rows,
    };
  },
};

/** The ends of a line, or the middle of a plane; nothing where one of them is not there. */
async function placesOf(ir: Ir, context: ProbeContext, request: BetweenRequest) {
  const weights = await context.readWeights();
  if (request.type === 'plane') return { ends: [weights], steps: [], weights };
  const found = [request.from, request.to].map((end) => {
    if (end.type === 'now') return { weights, step: undefined };
    if (end.type === 'moment') return nearest(context, end.step);
    return weightsFit(ir, end.weights) ? { weights: end.weights, step: undefined } : undefined;
  });
  const ends = found.flatMap((each) => (each ? [each.weights] : []));
  return {
    ends: ends.length === 2 ? ends : undefined,
    steps: found.map((each) => each?.step),
    weights,
  };
}

/** The footprint that lies nearest to a step. */
function nearest(context: ProbeContext, step: number) {
  const prints = context.prints();
  const away = (print: { readonly step: number }): number => Math.abs(print.step - step);
  return prints.length === 0
    ? undefined
    : prints.reduce((best, print) => (away(print) < away(best) ? print : best));
}

function sandboxOf(ir: Ir, data: TrainingData): Sandbox {
  // Other rows are other data, with a sandbox of their own.
  const found = sandboxes.get(data);
  if (found) return found;
  const made: Sandbox = { trial: createTrial(ir, data) };
  sandboxes.set(data, made);
  return made;
}

function begin(
  ir: Ir,
  request: BetweenRequest,
  {
    key,
    around,
    ends,
    weights,
  }: {
    readonly key: string;
    readonly around: number;
    readonly ends: readonly WeightMap[];
    readonly weights: WeightMap;
  },
): Job {
  if (request.type === 'line') {
    const [from = weights, to = weights] = ends;
    const weightsAt = (point: number): WeightMap =>
      weightsBetween(from, to, shareAt(point, ALONG_LINE));
    return { key, around, weightsAt, losses: blank(ALONG_LINE), next: 0 };
  }
  const { seed, reach } = request;
  const random = createRandom(seed).fork('loss plane');
  const directions = [
    filterDirection(ir, weights, random),
    filterDirection(ir, weights, random),
  ] as const;
  const along = (i: number): number => reach * ((2 * i) / (ALONG_PLANE - 1) - 1);
  const weightsAt = (point: number): WeightMap =>
    weightsAlong(weights, directions, [
      along(point % ALONG_PLANE),
      along(Math.floor(point / ALONG_PLANE)),
    ]);
  return { key, around, weightsAt, losses: blank(ALONG_PLANE ** 2), next: 0 };
}

const blank = (points: number): Float32Array => new Float32Array(points).fill(Number.NaN);

/** How far along the way a point of a line lies: 0 and 1 are its ends. */
const shareAt = (point: number, size: number): number =>
  -BEYOND + ((1 + 2 * BEYOND) * point) / (size - 1);

/** Goes on with what is being worked out, for as long as one look may take. */
function work(ir: Ir, { job, trial }: Sandbox, running: boolean): void {
  if (!job || (running && isEarly(trial))) return;
  const begun = performance.now();
  const until = begun + PATIENCE[running ? 'running' : 'resting'];
  while (job.next < job.losses.length && performance.now() < until) {
    const loss = lossWith(ir, trial, job.weightsAt(job.next));
    // What is worked out and no number is as high as can be.
    job.losses[job.next] = Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss;
    job.next += 1;
  }
  noteTime(trial, begun);
}
