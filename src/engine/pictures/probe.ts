import type { Network } from '../../compiler/ir.ts';
import type { ExecutorName } from '../choice/candidate.ts';
import type { TrainingData } from '../data/data.ts';
import type { Batch, Eventual, Executor, WeightMap, WeightPlace } from '../executor.ts';
import type { Judged } from '../figures/evaluator.ts';
import type { Footprint } from '../recording/recorder.ts';

/** When a picture is taken. */
export interface ProbeMoment {
  readonly step: number;
  /** Another number whenever weights were set from outside: a reset, a new seed, another network, a hand that pulls. */
  readonly written: number;
  readonly epoch: number;
  /** While training runs, what takes long is left as it was. */
  readonly running: boolean;
}

/** What a picture may look at. */
export interface ProbeContext {
  /** With `isTrainable`, one that has a loss. */
  readonly network: Network;
  readonly data: TrainingData;
  readonly moment: ProbeMoment;
  /** Raw outputs [rows, width] for inputs [rows, ...input]; for networks that can be trained. */
  readonly forward: (x: Float32Array, rows: number) => Eventual<Float32Array>;
  /** What several layers give for the same inputs. */
  readonly outputs: Executor['outputs'];
  /** One update taken apart: for networks that can be trained. */
  readonly dissect: Executor['dissect'];
  /** What a batch costs with one weight a little larger and smaller. */
  readonly nudge: Executor['nudge'];
  /** The numbers that no update changes. */
  readonly frozen: () => readonly WeightPlace[];
  /** The batch of the next update. */
  readonly upcoming: () => Batch | undefined;
  readonly readWeights: Executor['readWeights'];
  /** Looks with other weights, as many as are set one after another; then those on screen are back. */
  readonly excursion: <T>(look: (visit: (weights: WeightMap) => void) => Promise<T>) => Promise<T>;
  /** What the network made of the test rows, or of training rows, when they were last measured. */
  readonly judged: () => Judged | undefined;
  /** Where the weights of a small network have been since they were set, up to the moment on screen. */
  readonly prints: () => readonly Footprint[];
  /** Rows that one picture can run without holding up the figures beside it. */
  readonly mostRows: () => Promise<number>;
  readonly executor: ExecutorName;
}

/** The worker's half of a picture: computed only while the page asks for it. */
export interface Probe<Request = unknown, Picture = unknown> {
  readonly id: string;
  /** The picture, or nothing where this network has none. */
  readonly compute: (context: ProbeContext, request: Request) => Promise<Picture | undefined>;
}

/** Requests by picture id: what the page has on screen. */
export type Watch = Readonly<Record<string, unknown>>;
