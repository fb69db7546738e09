import { isTrainable } from '../../compiler/ir.ts';
import { type Domain, type PlaneGrid, predictPlane } from '../../engine/plane.ts';
import type { Probe } from '../../engine/probe.ts';

/** Which part of the plane is wanted, at how many points a side. */
export interface BoundaryRequest {
  readonly size: number;
  readonly domain: Domain;
}

/** The network's prediction over a grid. Row 0 is the top (largest x₂). */
export interface BoundaryPicture extends PlaneGrid {
  readonly domain: Domain;
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
    return { ...(await predictPlane(ir, data.train.samples, forward, size, domain)), domain };
  },
};
