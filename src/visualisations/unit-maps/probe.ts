import { isTrainable } from '../../compiler/ir.ts';
import { type Domain, planeInputs } from '../../engine/pictures/plane.ts';
import type { Probe } from '../../engine/pictures/probe.ts';
import { rangeOf, rowWidths, unitOf } from '../../engine/pictures/units.ts';

/** Which layers are on screen, over which part of the plane, at how many points a side. */
export interface UnitMapsRequest {
  readonly nodes: readonly string[];
  readonly domain: Domain;
  readonly size: number;
  /** Units of a layer that are shown at most. */
  readonly units: number;
}

/** What the first units of a layer give over the plane. */
export interface UnitMaps {
  readonly size: number;
  /** [shown, size, size]: one map after another, each row by row from the top left. */
  readonly values: Float32Array;
  readonly shown: number;
  /** Units in all. */
  readonly total: number;
  /** The numbers at the ends of the diverging scale, the same for all units of the layer. */
  readonly range: readonly [number, number];
}

/** Maps by node. */
export type UnitMapsPicture = Readonly<Record<string, UnitMaps>>;

/** Points a side that still show which way a unit looks. */
const COARSEST = 8;

/** What every unit of the layers on screen gives over the plane of a network's two inputs. */
export const unitMapsProbe: Probe<UnitMapsRequest, UnitMapsPicture> = {
  id: 'unit-maps',
  compute: async ({ network, data, outputs, mostRows }, request) => {
    const { input } = network.source.spec;
    if (!isTrainable(network) || input.length !== 1 || input[0] !== 2) return undefined;
    const widths = rowWidths(network);
    const wanted = request.nodes.filter((id) => widths.has(id));
    if (wanted.length === 0) return undefined;
    const affordable = Math.floor(Math.sqrt(await mostRows()));
    const size = Math.min(request.size, Math.max(COARSEST, affordable));
    const points = planeInputs(data.train.samples, size, request.domain);
    const values = await outputs(points, size * size, wanted);
    return Object.fromEntries(
      wanted.map((id) => {
        const total = widths.get(id) ?? 0;
        const shown = Math.min(total, request.units);
        const maps = new Float32Array(shown * size * size);
        for (let unit = 0; unit < shown; unit++) {
          maps.set(unitOf(values[id] ?? maps, total, unit), unit * size * size);
        }
        return [id, { size, values: maps, shown, total, range: rangeOf(network, id, maps) }];
      }),
    );
  },
};
