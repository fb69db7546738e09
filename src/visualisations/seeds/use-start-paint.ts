import { useMemo } from 'react';
import type { SampleSpec } from '../../core/samples.ts';
import type { SeedResult } from '../../engine/seeds/seed-plan.ts';
import { useSamples } from '../../state/samples.ts';
import type { Variant } from '../../state/seeds/study.ts';
import { useView } from '../../state/stores.ts';
import { type Rgb, useColours } from '../../ui/kit/colours.ts';
import { useColouring } from '../plane-colouring.ts';
import { paintCurve, paintPortrait } from './paint-start.ts';

const tokens = ['--surface-2', '--accent'];
const nowhere: SampleSpec = { input: [], target: { type: 'numbers', size: 1 } };
const nothing = new Float32Array(0);

/** Paints starts of a variant in the present theme: the boundary of each, or its loss from 0 to `top`. */
export function useStartPaint(
  { ir }: Variant,
  top: number,
): (canvas: HTMLCanvasElement, result: SeedResult) => void {
  const samples = useSamples();
  const hardEdges = useView((view) => view.hardEdges);
  const spec = ir?.source.spec ?? nowhere;
  const y = samples?.all.y ?? nothing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a variant's network stays what it is
  const labels = useMemo(() => ({ spec, y }), [ir, y]);
  const { paint } = useColouring(labels, hardEdges);
  const [ground, line] = useColours(tokens) as [Rgb, Rgb];
  return useMemo(
    () => (canvas, result) => {
      if (result.portrait) paintPortrait(canvas, result, paint);
      else paintCurve(canvas, result, top, { ground, line });
    },
    [paint, top, ground, line],
  );
}
