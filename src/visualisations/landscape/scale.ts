import type { Axis, LandscapePicture } from './probe.ts';

/** From a value of an axis to a share of its stretch. */
export const shareOf = ({ from, to }: Axis, value: number): number => (value - from) / (to - from);

/** From a share of an axis' stretch to a value. */
export const alongAxis = ({ from, to }: Axis, share: number): number => from + share * (to - from);

/** The cost at shares of the axes, between the four points around it. */
export function costAt({ costs, size, axes }: LandscapePicture, shares: readonly number[]): number {
  const [u = 0, v = 0] = shares.map((share) => Math.min(1, Math.max(0, share)) * (size - 1));
  const column = Math.min(size - 2, Math.floor(u));
  const row = axes.length === 2 ? Math.min(size - 2, Math.floor(v)) : 0;
  const at = (r: number, c: number): number => costs[r * size + c] ?? Number.NaN;
  const across = (r: number): number =>
    at(r, column) + (u - column) * (at(r, column + 1) - at(r, column));
  return axes.length === 2 ? across(row) + (v - row) * (across(row + 1) - across(row)) : across(0);
}

/** A stretch that holds zero and all of these values: −5 to 5, −10 to 10, −20 to 20. */
export function stretchAround(values: readonly number[]): { from: number; to: number } {
  const reach = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const unit = 10 ** Math.floor(Math.log10(Math.max(reach, 5)));
  const side = [1, 2, 5, 10].map((times) => times * unit).find((each) => each >= reach) ?? reach;
  const to = Math.max(5, side);
  return { from: -to, to };
}
