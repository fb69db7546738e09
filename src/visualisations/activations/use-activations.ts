import { useMemo } from 'react';
import { useCompilation, useView } from '../../state/stores.ts';
import { usePicture } from '../use-picture.ts';
import type { ActivationsRequest } from './probe.ts';
import { MAPS_IN_NODE, UNITS_IN_NODE } from './strip.ts';

/** Asks for what the layers on screen make of the sample that is looked at. `shown` names them, apart by spaces. */
export function useActivations(shown: string): void {
  const sample = useView((view) => view.sample);
  const hasImages = useCompilation(({ network }) => network?.source.spec.input.length === 3);
  const request = useMemo<ActivationsRequest | undefined>(
    () =>
      hasImages && shown !== ''
        ? { sample, nodes: shown.split(' '), maps: MAPS_IN_NODE, units: UNITS_IN_NODE }
        : undefined,
    [hasImages, shown, sample],
  );
  usePicture('activations', request);
}
