import * as Comlink from 'comlink';
import type { Ir } from '../compiler/ir.ts';
import type { Training } from '../document/training-schema.ts';
import type { RateApi } from '../engine/rate/api.ts';
import type { RateCurve } from '../engine/rate/finder.ts';
import { nameLock, onRelease } from '../engine/worker-life.ts';

/** What a search found, and for which network and settings. */
export interface FoundRate {
  readonly curve: RateCurve;
  readonly ir: Ir;
  readonly training: Training;
}

/** What became of a search. */
type Outcome = { readonly found: FoundRate } | { readonly trouble: RateTrouble };

/** Why a search failed; without a reason, its worker is gone. */
export interface RateTrouble {
  readonly detail: string | undefined;
}

class Lost extends Error {}

/** Searches in a worker; `end` ends it at once. `hear` is told how many updates are done. */
export function searchRate(
  spawn: () => Worker,
  plan: { readonly ir: Ir; readonly training: Training },
  hear: (done: number) => void,
): { readonly ended: Promise<Outcome>; readonly end: () => void } {
  const worker = spawn();
  const api = Comlink.wrap<RateApi>(worker);
  const broken = new Promise<never>((_, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    const lock = nameLock('rate');
    void api.open(lock).then(() => onRelease(lock, () => reject(new Lost())));
  });
  const found = api.find(plan, Comlink.proxy(hear));
  const ended = Promise.race([found, broken])
    .then(
      (curve): Outcome => ({ found: { curve, ...plan } }),
      (error: unknown): Outcome => ({
        trouble: {
          detail:
            error instanceof Lost
              ? undefined
              : error instanceof Error
                ? error.message
                : String(error),
        },
      }),
    )
    .finally(() => worker.terminate());
  return { ended, end: () => worker.terminate() };
}
