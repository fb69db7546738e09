import type { Standing } from '../spread/standing.ts';
import type { Curvature } from './curvature.ts';
import type { DataFacts } from './data-facts.ts';

/** What advice may ask of a run, beyond what every frame says. */
export type Want = 'data' | 'layers' | 'curvature';

/** A question to the worker; `at` tells it from the one before. */
export interface Question {
  readonly at: number;
  readonly wants: readonly Want[];
}

/** What was found out. */
export interface Known {
  readonly data?: DataFacts;
  readonly layers?: readonly Standing[];
  /**
   * The largest at the start, at the last places before the present weights and at these, as the run came by
   * them; none of places where there was no time to find it, or where the loss bends downward most.
   */
  readonly curvature?: readonly Curvature[];
}

/** The worker's answer to the question of the same `at`. */
export interface Answer extends Known {
  readonly at: number;
}
