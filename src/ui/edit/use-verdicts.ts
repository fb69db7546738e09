import { useEffect, useMemo, useState } from 'react';
import type { LayerKind } from '../../layers/define-layer.ts';
import type { Judge, Verdict } from './judge-kinds.ts';
import { tryFor } from './try-for.ts';

/** How long kinds are tried at a stretch, and how often what came of it is shown, in ms. */
const [STRETCH, SHOW] = [10, 150];

/** What came of the kinds so far, and whether some are still to be tried. */
export interface Trial {
  readonly verdicts: ReadonlyMap<LayerKind, Verdict>;
  readonly unfinished: boolean;
}

/**
 * Tries kinds in their order, each once, a few at a time, so that the page answers meanwhile: in a large
 * network each takes a while. The first are tried at once.
 */
export function useVerdicts(judge: Judge | undefined, kinds: readonly LayerKind[]): Trial {
  const known = useMemo(() => ({ judge, verdicts: new Map<LayerKind, Verdict>() }), [judge]);
  const [shown, setShown] = useState(0);
  useMemo(() => {
    if (known.judge) tryFor(STRETCH, known.judge, kinds, known.verdicts);
  }, [known, kinds]);
  useEffect(() => {
    const { judge: tryKind, verdicts } = known;
    if (!tryKind || verdicts.size >= kinds.length) return undefined;
    let last = performance.now();
    let timer: ReturnType<typeof setTimeout>;
    const go = (): void => {
      const done = tryFor(STRETCH, tryKind, kinds, verdicts);
      if (done || performance.now() - last > SHOW) {
        last = performance.now();
        setShown((before) => before + 1);
      }
      if (!done) timer = setTimeout(go);
    };
    timer = setTimeout(go);
    return () => clearTimeout(timer);
  }, [known, kinds]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known grows with what is shown
  return useMemo(
    () => ({
      verdicts: known.verdicts,
      unfinished: known.judge !== undefined && known.verdicts.size < kinds.length,
    }),
    [known, kinds, shown],
  );
}
