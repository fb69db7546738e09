import { type ContourMultiPolygon, contours } from 'd3-contour';
import { useMemo } from 'react';
import { heightsOf } from './heights.ts';

/** Heights at which lines run; they lie closer together below. */
const LEVELS = 14;

/** Lines of equal height over a grid [size, size] as paths in a square of `side`, from the lowest up. */
function contourLines(
  heights: Float32Array,
  size: number,
  side: number,
): { level: number; d: string }[] {
  const thresholds = Array.from({ length: LEVELS }, (_, i) => ((i + 0.5) / LEVELS) ** 2);
  const lines = contours().size([size, size]).thresholds(thresholds)([...heights]);
  return lines.map((line) => ({ level: line.value, d: pathOf(line, size, side) }));
}

/** The library puts a grid point in the middle of its cell; the outermost lie on the picture's edge here. */
function pathOf({ coordinates }: ContourMultiPolygon, size: number, side: number): string {
  const scale = side / (size - 1);
  return coordinates
    .flat()
    .map((ring) => {
      const places = ring.map(
        ([x = 0, y = 0]) =>
          `${((x - 0.5) * scale).toFixed(1)},${(side - (y - 0.5) * scale).toFixed(1)}`,
      );
      return `M${places.join('L')}Z`;
    })
    .join('');
}

/**
 * A hill of `costs` [size, size] from above as lines of equal height in a square of `side`, darker where it is
 * higher.
 */
export function ContourLines({
  costs,
  logarithmic,
  size,
  side,
}: {
  costs: Float32Array;
  logarithmic: boolean;
  size: number;
  side: number;
}) {
  const levels = useMemo(
    () => contourLines(heightsOf(costs, logarithmic), size, side),
    [costs, logarithmic, size, side],
  );
  return levels.map(({ level, d }) => (
    <path
      key={level}
      d={d}
      fill="var(--accent)"
      fillOpacity="0.07"
      stroke="var(--ink-3)"
      strokeOpacity="0.5"
      strokeWidth="0.6"
    />
  ));
}
