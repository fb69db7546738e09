import { useMemo } from 'react';
import { useView } from '../../state/stores.ts';
import { usePicture } from '../use-picture.ts';
import type { WeightsRequest } from './probe.ts';

/** Asks for the weights of the layers on screen, and the one that is open. `shown` names the layers, apart by spaces. */
export function useWeights(shown: string): void {
  const open = useView(({ weight }) => weight?.place);
  const request = useMemo<WeightsRequest | undefined>(
    () => (shown === '' && !open ? undefined : { nodes: shown.split(' '), one: open }),
    [shown, open],
  );
  usePicture('weights', request);
}
