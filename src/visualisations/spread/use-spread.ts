import { useMemo } from 'react';
import { usePicture } from '../use-picture.ts';
import type { SpreadRequest } from './probe.ts';

/**
 * Asks for the distributions of the layers on screen, and what is to be said of any layer. `shown` names those on
 * screen, apart by spaces; without it nothing is asked for.
 */
export function useSpread(shown: string | undefined): void {
  const request = useMemo<SpreadRequest | undefined>(
    () => (shown === undefined ? undefined : { nodes: shown.split(' ').filter((id) => id !== '') }),
    [shown],
  );
  usePicture('spread', request);
}
