import type { SeedPlan, SeedResult, SeedTerms } from './seed-plan.ts';

/** What the page may ask of a worker that trains starts. It is called off by ending the worker. */
export interface SeedsApi {
  /** Names the lock that the worker holds while it lives. */
  open(lock: string): Promise<void>;
  /** Gets ready for a plan; rejects where its network cannot be trained here. */
  prepare(plan: SeedPlan): Promise<SeedTerms>;
  /** Trains some starts of the plan, one after another. `onUpdates` hears now and then how many updates are done. */
  train(
    seeds: readonly number[],
    onUpdates: (done: number) => void,
  ): Promise<readonly SeedResult[]>;
}
