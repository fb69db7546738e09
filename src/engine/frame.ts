import type { Choice } from './choice/candidate.ts';
import type { WeightMap } from './executor.ts';
import type { Curves } from './figures/curves.ts';
import type { Metrics } from './figures/metrics.ts';
import type { RunFailure } from './run-failure.ts';
import type { Source } from './session/progress.ts';
import type { ShelvedLayer } from './session/shelf.ts';

/** What the training is doing. */
export type RunStatus = 'running' | 'paused' | 'diverged' | 'failed';

/** What of a run can be gone back to. */
export interface Recording {
  /** The first step that is recorded. */
  readonly first: number;
  /** Where the run stands: figures and pictures are of an earlier moment while `at` is set. */
  readonly end: number;
  /** The step that was gone back to; missing at the end, where training goes on. */
  readonly at: number | undefined;
  /** Whether what the rule remembered there was too much to keep: a branch begins without it. */
  readonly forgets: boolean;
  /** Every step that is recorded, in order; sent while training rests. */
  readonly steps: Float64Array | undefined;
}

/** One look at the training, sent to the page as fast as the page takes it. */
export interface Frame extends Source {
  /** Which build of the network this is; frames of an older one are out of date. */
  readonly build: number;
  /** Which run of the worker this is: another number for each. */
  readonly start: number;
  readonly status: RunStatus;
  /** What can be gone back to; missing where the run is not recorded. */
  readonly recording: Recording | undefined;
  /** The step of an earlier run that this one went on from. */
  readonly branchedAt: number | undefined;
  /** Updates done. */
  readonly step: number;
  /** Passes over the training set completed. */
  readonly epoch: number;
  /** Missing before the first evaluation, and for a network without a loss. */
  readonly train: Metrics | undefined;
  readonly test: Metrics | undefined;
  readonly stepsPerSecond: number;
  readonly history: Curves;
  /** Present when they are due; a page that must go on without the worker starts from the last. */
  readonly weights: WeightMap | undefined;
  /** What layers learnt that are not in the network now; sent once for each build and each new start. */
  readonly shelved?: readonly ShelvedLayer[];
  /** Pictures that were asked for, by id. */
  readonly pictures: Readonly<Record<string, unknown>>;
  readonly failure: RunFailure | undefined;
  /** What runs the network, and what else was tried. */
  readonly choice: Choice;
  /** What the executor holds. */
  readonly memory: { readonly tensors: number; readonly bytes: number };
}
