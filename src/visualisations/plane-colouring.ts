import { useMemo } from 'react';
import type { Samples } from '../core/samples.ts';
import { cssColour, type Rgb, useColours } from '../ui/kit/colours.ts';
import type { Paint } from './plane-paint.ts';

const scaleTokens = ['--neg', '--zero', '--pos'];
const classTokens = Array.from({ length: 10 }, (_, i) => `--class-${i}`);

/** How this set's predictions and labels are coloured, in the present theme. */
export function useColouring(
  all: Pick<Samples, 'spec' | 'y'>,
  hardEdges: boolean,
): { paint: Paint; colourOf: (y: number) => string } {
  const [neg, zero, pos] = useColours(scaleTokens) as [Rgb, Rgb, Rgb];
  const classes = useColours(classTokens);
  return useMemo(() => {
    const { target } = all.spec;
    const scale = { neg, zero, pos };
    const range = target.type === 'numbers' ? symmetricRange(all.y) : ([0, 1] as const);
    const paint: Paint = {
      range,
      hardEdges,
      scale,
      classes,
    };
    const colourOf = (y: number): string => {
      if (target.type === 'classes') return cssColour(classes[y % classes.length] ?? zero);
      return cssColour(y < (range[0] + range[1]) / 2 ? neg : pos);
    };
    return { paint, colourOf };
  }, [all, hardEdges, neg, zero, pos, classes]);
}

/** How numbers between two ends are coloured, in the present theme; without ends, between −1 and 1. */
export function useScale(range: readonly [number, number] | undefined): Paint {
  const [neg, zero, pos] = useColours(scaleTokens) as [Rgb, Rgb, Rgb];
  const [low, high] = range ?? [-1, 1];
  return useMemo(
    () => ({ range: [low, high], hardEdges: false, scale: { neg, zero, pos }, classes: [] }),
    [low, high, neg, zero, pos],
  );
}

/** The labels' range, widened to be the same on both sides of zero. */
export function symmetricRange(values: Float32Array): readonly [number, number] {
  const reach = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return [-reach, reach];
}
