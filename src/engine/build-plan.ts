import type { Ir, Network } from '../compiler/ir.ts';
import type { Training } from '../document/training-schema.ts';
import type { WeightMap } from './executor.ts';
import type { Place, Source } from './session/progress.ts';
import type { ShelvedLayer } from './session/shelf.ts';

/** Where a training stood: the weights of a network after so many updates. */
export interface Checkpoint extends Place, Partial<Source> {
  readonly ir: Ir;
  readonly weights: WeightMap;
  /** What layers had learnt that were not in the network any more. */
  readonly shelved?: readonly ShelvedLayer[];
}

/** What is to be trained, or only looked at while it has no loss. */
export interface BuildPlan {
  readonly ir: Network;
  readonly training: Training;
  /** Names this build in the frames it causes. */
  readonly build: number;
  /** Starts from the seed even where weights could be kept: another document was opened. */
  readonly fresh: boolean;
  /** Goes on from here instead: what the last frame of a lost worker held. */
  readonly resume?: Checkpoint;
}

/** How far to go: so many more updates, or so many more epochs. */
export type Distance = { readonly steps: number } | { readonly epochs: number };
