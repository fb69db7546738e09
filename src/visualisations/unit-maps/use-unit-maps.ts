import { useMemo } from 'react';
import { domainOf } from '../../engine/pictures/plane.ts';
import { useSamples } from '../../state/samples.ts';
import { usePicture } from '../use-picture.ts';
import type { UnitMapsRequest } from './probe.ts';
import { MOST_UNITS } from './strip.ts';

/** Points a side of a map in a node. */
const SIZE = 24;

/** Asks for what the units of the layers on screen give over the plane. `shown` names the layers, apart by spaces. */
export function useUnitMaps(shown: string): void {
  const samples = useSamples();
  const all = samples?.all;
  const request = useMemo<UnitMapsRequest | undefined>(() => {
    const isPlane = all?.spec.input.length === 1 && all.spec.input[0] === 2;
    if (!isPlane || shown === '') return undefined;
    return { nodes: shown.split(' '), domain: domainOf(all), size: SIZE, units: MOST_UNITS };
  }, [all, shown]);
  usePicture('unit-maps', request);
}
