import type { Training } from '../document/training-schema.ts';
import type { BuildPlan, Distance } from './build-plan.ts';
import type { ExecutorName } from './choice/candidate.ts';
import type { Frame } from './frame.ts';
import type { Watch } from './pictures/probe.ts';
import type { Placement } from './session/placement.ts';

/** What the page may ask of the worker. Every call settles when it has been carried out. */
export interface EngineApi {
  /** Names the lock that the worker holds while it lives, where its frames go, and how far a download is. */
  open(
    lock: string,
    deliver: (frame: Frame) => Promise<void>,
    onLoading: (share: number | undefined) => void,
  ): Promise<void>;
  build(plan: BuildPlan): Promise<void>;
  configure(training: Training): Promise<void>;
  run(): Promise<void>;
  advance(distance: Distance): Promise<void>;
  pause(): Promise<void>;
  reset(): Promise<void>;
  /** Shows the recorded moment nearest to a step; without one, the end. Pauses first. */
  scrub(step: number | undefined): Promise<void>;
  /** Sets weights by hand, and where training stands with them. */
  place(placement: Placement): Promise<void>;
  watch(watch: Watch): Promise<void>;
  /** Updates a second; without a number, as many as can be. */
  pace(perSecond: number | undefined): Promise<void>;
  /** What is to run the network; without a name, the fastest. Tells whether it does. */
  prefer(name: ExecutorName | undefined): Promise<boolean>;
}
