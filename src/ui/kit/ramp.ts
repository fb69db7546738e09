import type { Rgb } from './colours.ts';

/** The last place of a ramp. */
export const RAMP = 255;

/** The ends that a ramp was mixed of, and its colours. */
interface Mixed {
  readonly zero: Rgb;
  readonly pos: Rgb;
  readonly colours: readonly Rgb[];
}

const ramps = new WeakMap<Rgb, Mixed>();

/** 256 colours from the low end over neutral to the high end; mixed once for as long as the ends are the same. */
export function rampOf(neg: Rgb, zero: Rgb, pos: Rgb): readonly Rgb[] {
  const known = ramps.get(neg);
  if (known?.zero === zero && known.pos === pos) return known.colours;
  const colours = Array.from({ length: RAMP + 1 }, (_, i) => {
    const t = (2 * i) / RAMP - 1;
    return t < 0 ? blend(zero, neg, -t) : blend(zero, pos, t);
  });
  ramps.set(neg, { zero, pos, colours });
  return colours;
}

/** A colour between two, `t` from 0 to 1. */
export const blend = (from: Rgb, to: Rgb, t: number): Rgb => [
  from[0] + (to[0] - from[0]) * t,
  from[1] + (to[1] - from[1]) * t,
  from[2] + (to[2] - from[2]) * t,
];
