import type { Training } from '../document/training-schema.ts';
import type { Frame } from './frame.ts';
import type { Watch } from './probe.ts';
import type { BuildPlan, Distance } from './session.ts';

/** What the page may ask of the worker. Every call settles when it has been carried out. */
export interface EngineApi {
  /** Names the lock that the worker holds while it lives, and where its frames go. */
  open(lock: string, deliver: (frame: Frame) => Promise<void>): Promise<void>;
  build(plan: BuildPlan): Promise<void>;
  configure(training: Training): Promise<void>;
  run(): Promise<void>;
  advance(distance: Distance): Promise<void>;
  pause(): Promise<void>;
  reset(): Promise<void>;
  watch(watch: Watch): Promise<void>;
}
