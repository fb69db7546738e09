import { isTrainable } from '../../compiler/ir.ts';
import {
  type Domain,
  type PlaneGrid,
  planeInputs,
  predictPlane,
} from '../../engine/pictures/plane.ts';
import type { Probe, ProbeContext } from '../../engine/pictures/probe.ts';
import { rangeOf, rowWidths, unitOf } from '../../engine/pictures/units.ts';

/** One unit of a layer. */
export interface UnitRef {
  readonly node: string;
  readonly index: number;
}

/** Which part of the plane is wanted, at how many points a side. */
export interface BoundaryRequest {
  readonly size: number;
  readonly domain: Domain;
  /** What one unit gives is wanted instead of the network's prediction. */
  readonly unit?: UnitRef | undefined;
}

/** The network's prediction over a grid, or what one unit gives. Row 0 is the top (largest x₂). */
export interface BoundaryPicture extends PlaneGrid {
  readonly domain: Domain;
  /** The unit that is shown, and the numbers at the ends of its scale. */
  readonly unit?: UnitRef & { readonly range: readonly [number, number] };
}

/** Points a side that still show where a boundary runs. */
const COARSEST = 12;

/** The network's prediction over a part of the plane; for networks with two inputs. */
export const boundaryProbe: Probe<BoundaryRequest, BoundaryPicture> = {
  id: 'decision-boundary',
  compute: async (context, { size: wanted, domain, unit }) => {
    const { network: ir, data, forward, mostRows } = context;
    if (!isTrainable(ir)) return undefined;
    const { input } = ir.source.spec;
    if (input.length !== 1 || input[0] !== 2) return undefined;
    // A slow network gets a coarser picture rather than a late one.
    const affordable = Math.floor(Math.sqrt(await mostRows()));
    const size = Math.min(wanted, Math.max(COARSEST, affordable));
    const shown = unit && (await unitPlane(context, unit, size, domain));
    if (shown) return { ...shown, domain };
    return { ...(await predictPlane(ir, data.train.samples, forward, size, domain)), domain };
  },
};

/** What one unit gives over the plane; nothing where the network has no such unit. */
async function unitPlane(
  { network, data, outputs }: ProbeContext,
  unit: UnitRef,
  size: number,
  domain: Domain,
): Promise<Omit<BoundaryPicture, 'domain'> | undefined> {
  const width = rowWidths(network).get(unit.node) ?? 0;
  if (unit.index >= width) return undefined;
  const points = planeInputs(data.train.samples, size, domain);
  const { [unit.node]: all } = await outputs(points, size * size, [unit.node]);
  if (!all) return undefined;
  const range = rangeOf(network, unit.node, all);
  return { size, width: 1, values: unitOf(all, width, unit.index), unit: { ...unit, range } };
}
