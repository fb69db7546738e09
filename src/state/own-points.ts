import type { IrSource } from '../compiler/ir.ts';
import type { Samples } from '../core/samples.ts';
import { ownPoints } from '../datasets/own-points.ts';
import type { Command } from '../document/commands.ts';

/** Most points that a set made by hand holds. */
export const MAX_OWN_POINTS = 5000;

type Point = [x1: number, x2: number, y: number];

/** The set with one more point; it becomes the person's own. */
export const addPoint = (source: IrSource, all: Samples, point: Point): Command =>
  replacePoints(source, all, [...pointsOf(all), point]);

/** The set without its point nearest to a place, if one is within reach. */
export function removePoint(
  source: IrSource,
  all: Samples,
  [x1, x2]: readonly [number, number],
  reach: number,
): Command | undefined {
  const points = pointsOf(all);
  let nearest = -1;
  let distance = reach;
  points.forEach(([a, b], i) => {
    const here = Math.hypot(a - x1, b - x2);
    if (here > distance) return;
    distance = here;
    nearest = i;
  });
  return nearest < 0
    ? undefined
    : replacePoints(
        source,
        all,
        points.filter((_, i) => i !== nearest),
      );
}

const pointsOf = (all: Samples): Point[] =>
  Array.from({ length: all.rows }, (_, i) => [
    all.x[2 * i] ?? 0,
    all.x[2 * i + 1] ?? 0,
    all.y[i] ?? 0,
  ]);

const replacePoints = (source: IrSource, all: Samples, points: Point[]): Command => ({
  type: 'setParams',
  id: source.id,
  params: { dataset: ownPoints.id, points, task: all.spec.target.type },
});
