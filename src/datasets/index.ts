import { blobs } from './blobs.ts';
import { checkerboard } from './checkerboard.ts';
import { circles } from './circles.ts';
import type { Dataset } from './define-dataset.ts';
import { gaussians } from './gaussians.ts';
import { line } from './line.ts';
import { moons } from './moons.ts';
import { ownPoints } from './own-points.ts';
import { plane } from './plane.ts';
import { spirals } from './spirals.ts';
import { and, or, xor } from './truth-tables.ts';

/**
 * Points, which stand on many a first screen, in the order of the picker. Adding one is one file and one
 * line here; images and tables have theirs in `all.ts`.
 */
export const datasets: readonly Dataset[] = [
  xor,
  and,
  or,
  circles,
  gaussians,
  spirals,
  moons,
  checkerboard,
  blobs,
  line,
  plane,
  ownPoints,
];

/** The same sets by id. */
export const datasetCatalogue: ReadonlyMap<string, Dataset> = new Map(
  datasets.map((dataset) => [dataset.id, dataset]),
);
