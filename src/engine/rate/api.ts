import type { Ir } from '../../compiler/ir.ts';
import type { Training } from '../../document/training-schema.ts';
import type { RateCurve } from './finder.ts';

/** What the page may ask of a worker that looks for a learning rate. It is called off by ending the worker. */
export interface RateApi {
  /** Names the lock that the worker holds while it lives. */
  open(lock: string): Promise<void>;
  /** Tries ever larger rates on a copy of the network, from the start of a run. */
  find(
    plan: { readonly ir: Ir; readonly training: Training },
    onUpdates: (done: number) => void,
  ): Promise<RateCurve>;
}
