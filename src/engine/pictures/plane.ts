import type { Ir } from '../../compiler/ir.ts';
import { predictRow } from '../../core/loss.ts';
import { type Samples, scaled, unscaled } from '../../core/samples.ts';
import type { Executor } from '../executor.ts';
import { forwardAll } from '../figures/metrics.ts';

/** A square part of the input plane. */
export interface Domain {
  readonly x: readonly [min: number, max: number];
  readonly y: readonly [min: number, max: number];
}

/** A network's predictions over a square of the plane of its two inputs. Row 0 is the top (largest x₂). */
export interface PlaneGrid {
  readonly size: number;
  /** Numbers a point: 1, or one a class. */
  readonly width: number;
  /** [size, size, width] predictions, in the unit of the labels. */
  readonly values: Float32Array;
}

/** Room around the outermost points, as a share of the longer side. */
const MARGIN = 0.25;

/** A square that holds all points of the plane, with room around them. */
export function domainOf({ x, rows }: Samples): Domain {
  const range = (offset: 0 | 1): [number, number] => {
    let min = Infinity;
    let max = -Infinity;
    for (let row = 0; row < rows; row++) {
      const value = x[2 * row + offset] ?? 0;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    return min <= max ? [min, max] : [0, 1];
  };
  const horizontal = range(0);
  const vertical = range(1);
  const side = Math.max(horizontal[1] - horizontal[0], vertical[1] - vertical[0]) || 1;
  const half = side * (0.5 + MARGIN);
  const around = ([min, max]: [number, number]): [number, number] => [
    (min + max) / 2 - half,
    (min + max) / 2 + half,
  ];
  return { x: around(horizontal), y: around(vertical) };
}

/** From a place in the picture (shares of its side, from the top left) to the plane. */
export const toPlane = (domain: Domain, u: number, v: number): [number, number] => [
  domain.x[0] + u * (domain.x[1] - domain.x[0]),
  domain.y[1] - v * (domain.y[1] - domain.y[0]),
];

/** From the plane to a place in the picture. */
export const toPicture = (domain: Domain, x: number, y: number): [number, number] => [
  (x - domain.x[0]) / (domain.x[1] - domain.x[0]),
  (domain.y[1] - y) / (domain.y[1] - domain.y[0]),
];

/** Whether every point lies within the domain. */
export function holdsAll({ x: across, y: up }: Domain, { x, rows }: Samples): boolean {
  for (let row = 0; row < rows; row++) {
    const a = x[2 * row] ?? 0;
    const b = x[2 * row + 1] ?? 0;
    if (a < across[0] || a > across[1] || b < up[0] || b > up[1]) return false;
  }
  return true;
}

/** A network's predictions over a square of the plane, at `size` points a side. Samples tell how inputs and labels are scaled. */
export async function predictPlane(
  ir: Ir,
  samples: Samples,
  forward: Executor['forward'],
  size: number,
  domain: Domain,
): Promise<PlaneGrid> {
  const raw = await forwardAll({ forward }, planeInputs(samples, size, domain), size * size);
  const width = ir.target.width;
  const values = raw.slice();
  for (let at = 0; at < values.length; at += width) {
    predictRow(ir.loss.spec, values.subarray(at, at + width));
  }
  return { size, width, values: unscaled(values, samples.labelScaling) };
}

/** A grid over the plane as the network takes it, [size², 2], row by row from the top left. */
export const planeInputs = ({ scaling }: Samples, size: number, domain: Domain): Float32Array =>
  scaled(gridPoints(size, domain), scaling);

/** Grid points row by row from the top left, [size², 2]; the outermost lie on the domain's edge. */
function gridPoints(size: number, domain: Domain): Float32Array {
  const points = new Float32Array(size * size * 2);
  const along = ([min, max]: readonly [number, number], i: number): number =>
    min + ((max - min) * i) / (size - 1);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const at = 2 * (row * size + column);
      points[at] = along(domain.x, column);
      points[at + 1] = along(domain.y, size - 1 - row);
    }
  }
  return points;
}
