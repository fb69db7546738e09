import type { Samples } from '../../core/samples.ts';
import type { Domain } from './probe.ts';

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
