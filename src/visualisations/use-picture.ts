import { useEffect } from 'react';
import { useRun, useStores } from '../state/stores.ts';

/**
 * Asks the worker for a picture while the calling component is on screen. `request` must keep its
 * identity while it means the same.
 */
export function usePicture<Picture>(id: string, request: unknown): Picture | undefined {
  const { runs } = useStores();
  useEffect(
    () => (request === undefined ? undefined : runs.getState().watch(id, request)),
    [runs, id, request],
  );
  return useRun(({ frame }) => frame?.pictures[id] as Picture | undefined);
}
