import type { Domain } from '../../engine/pictures/plane.ts';
import type { BentPicture } from './probe.ts';

/** Room around what lies outermost, as a share of the longer side. */
const MARGIN = 0.08;
/** What is drawn may shrink to this share of the picture before the picture follows. */
const LOOSE = 0.45;

/**
 * The square of a layer's space that holds the grid and the points. Where the layer has bounds it is
 * these; else `held` stays as long as everything is in it and large enough to be read.
 */
export function extentOf(picture: BentPicture, held: Domain | undefined): Domain {
  const { bounds, grid, points } = picture;
  if (bounds) return around(bounds, bounds);
  const across = rangeOf([grid, points], 0);
  const up = rangeOf([grid, points], 1);
  const side = Math.max(across[1] - across[0], up[1] - up[0]);
  if (held) {
    const inside =
      across[0] >= held.x[0] && across[1] <= held.x[1] && up[0] >= held.y[0] && up[1] <= held.y[1];
    if (inside && side >= LOOSE * (held.x[1] - held.x[0])) return held;
  }
  return around(across, up);
}

function around(across: readonly [number, number], up: readonly [number, number]): Domain {
  const side = Math.max(across[1] - across[0], up[1] - up[0]) || 1;
  const half = side * (0.5 + MARGIN);
  const about = ([min, max]: readonly [number, number]): [number, number] => [
    (min + max) / 2 - half,
    (min + max) / 2 + half,
  ];
  return { x: about(across), y: about(up) };
}

function rangeOf(all: readonly Float32Array[], offset: 0 | 1): [number, number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const places of all) {
    for (let i = offset; i < places.length; i += 2) {
      const value = places[i] as number;
      if (!Number.isFinite(value)) continue;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }
  return min <= max ? [min, max] : [0, 1];
}

/** About four round numbers between two ends. */
export function ticksBetween(from: number, to: number): number[] {
  const rough = (to - from) / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * unit).find((each) => each >= rough) ?? rough;
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step);
}
