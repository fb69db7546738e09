import * as Comlink from 'comlink';
import type { Ir } from '../compiler/ir.ts';
import type { Training } from '../document/training-schema.ts';
import type { RateApi } from '../engine/rate-api.ts';
import type { RateCurve } from '../engine/rate-finder.ts';

/** What became of a search. */
type Outcome =
  | { readonly found: { readonly curve: RateCurve; readonly ir: Ir } }
  | { readonly trouble: string };

/** Searches in a worker; `end` ends it at once. `hear` is told how many updates are done. */
export function searchRate(
  spawn: () => Worker,
  plan: { readonly ir: Ir; readonly training: Training },
  hear: (done: number) => void,
): { readonly ended: Promise<Outcome>; readonly end: () => void } {
  const worker = spawn();
  const broken = new Promise<never>((_, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  const found = Comlink.wrap<RateApi>(worker).find(plan, Comlink.proxy(hear));
  const ended = Promise.race([found, broken])
    .then(
      (curve): Outcome => ({ found: { curve, ir: plan.ir } }),
      (error: unknown): Outcome => ({
        trouble: error instanceof Error ? error.message : String(error),
      }),
    )
    .finally(() => worker.terminate());
  return { ended, end: () => worker.terminate() };
}
