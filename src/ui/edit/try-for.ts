import type { LayerKind } from '../../layers/define-layer.ts';
import type { Judge, Verdict } from './judge-kinds.ts';

/**
 * Tries kinds that have yet to be tried, in their order, until the time is up, in ms; one at least. Whether
 * all have been tried then.
 */
export function tryFor(
  time: number,
  judge: Judge,
  kinds: readonly LayerKind[],
  verdicts: Map<LayerKind, Verdict>,
  now: () => number = () => performance.now(),
): boolean {
  const end = now() + time;
  for (const kind of kinds) {
    if (verdicts.has(kind)) continue;
    verdicts.set(kind, judge(kind));
    if (now() >= end) break;
  }
  return verdicts.size >= kinds.length;
}
