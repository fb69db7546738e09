import { useMemo } from 'react';
import { usePicture } from '../use-picture.ts';
import type { SpreadRequest } from './probe.ts';

/** Asks for the distributions of the layers on screen. `shown` names them, apart by spaces. */
export function useSpread(shown: string): void {
  const request = useMemo<SpreadRequest | undefined>(
    () => (shown !== '' ? { nodes: shown.split(' ') } : undefined),
    [shown],
  );
  usePicture('spread', request);
}
