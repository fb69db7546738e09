import { isTrainable } from '../../compiler/ir.ts';
import { predictRow } from '../../core/loss.ts';
import { scaled, unscaled } from '../../core/samples.ts';
import { forwardAll } from '../../engine/metrics.ts';
import type { Probe } from '../../engine/probe.ts';

/** A square part of the input plane. */
export interface Domain {
  readonly x: readonly [min: number, max: number];
  readonly y: readonly [min: number, max: number];
}

/** Which part of the plane is wanted, at how many points a side. */
export interface BoundaryRequest {
  readonly size: number;
  readonly domain: Domain;
}

/** The network's prediction over a grid. Row 0 is the top (largest x₂). */
export interface BoundaryPicture {
  readonly size: number;
  readonly domain: Domain;
  /** Numbers a point: 1, or one a class. */
  readonly width: number;
  /** [size, size, width] predictions. */
  readonly values: Float32Array;
}

/** Points a side that still show where a boundary runs. */
const COARSEST = 12;

/** The network's prediction over a part of the plane; for networks with two inputs. */
export const boundaryProbe: Probe<BoundaryRequest, BoundaryPicture> = {
  id: 'decision-boundary',
  compute: async ({ network: ir, data, forward, mostRows }, { size: wanted, domain }) => {
    if (!isTrainable(ir)) return undefined;
    const { input } = ir.source.spec;
    if (input.length !== 1 || input[0] !== 2) return undefined;
    // A slow network gets a coarser picture rather than a late one.
    const affordable = Math.floor(Math.sqrt(await mostRows()));
    const size = Math.min(wanted, Math.max(COARSEST, affordable));
    const { scaling, labelScaling } = data.train.samples;
    const points = scaled(gridPoints(size, domain), scaling);
    const raw = await forwardAll({ forward }, points, size * size);
    const width = ir.target.width;
    const values = raw.slice();
    for (let at = 0; at < values.length; at += width) {
      predictRow(ir.loss.spec, values.subarray(at, at + width));
    }
    return { size, domain, width, values: unscaled(values, labelScaling) };
  },
};

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
