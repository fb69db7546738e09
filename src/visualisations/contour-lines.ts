import { type ContourMultiPolygon, contours } from 'd3-contour';

/** Heights at which lines run; they lie closer together below. */
const LEVELS = 14;

/** Lines of equal height over a grid [size, size] as paths in a square of `side`, from the lowest up. */
export function contourLines(
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
