import { useEffect } from 'react';
import { useStores } from '../../state/stores.ts';

/** Trains at the pace that a card asks for while it is on screen; the person's own is kept beside it. */
export function usePace(pace: number | undefined): void {
  const { views } = useStores();
  useEffect(() => {
    views.getState().set({ cardPace: pace });
    return () => views.getState().set({ cardPace: undefined });
  }, [pace, views]);
}
