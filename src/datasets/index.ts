import { blobs } from './blobs.ts';
import { checkerboard } from './checkerboard.ts';
import { circles } from './circles.ts';
import type { Dataset } from './define-dataset.ts';
import { gaussians } from './gaussians.ts';
import { line } from './line.ts';
import { mnist } from './mnist.ts';
import { moons } from './moons.ts';
import { ownImages } from './own-images.ts';
import { ownPoints } from './own-points.ts';
import { plane } from './plane.ts';
import { shapes } from './shapes.ts';
import { spirals } from './spirals.ts';
import { fourThreeTwoOne, oneToNine } from './tiny-images.ts';
import { and, or, xor } from './truth-tables.ts';

/**
 * Points and images, in the order of the picker. Adding one is one file and one line here. Tables have
 * their own list, in `tables`.
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
  mnist,
  shapes,
  oneToNine,
  fourThreeTwoOne,
  ownImages,
];

/** The same sets by id. */
export const datasetCatalogue: ReadonlyMap<string, Dataset> = new Map(
  datasets.map((dataset) => [dataset.id, dataset]),
);
