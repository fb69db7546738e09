import { useEffect } from 'react';
import { useStores } from '../../state/stores.ts';

/** Trains at the pace that a card asks for while it is on screen, then at the person's own again. */
export function usePace(pace: number | undefined): void {
  const { views } = useStores();
  useEffect(() => {
    if (pace === undefined) return;
    const own = views.getState().pace;
    views.getState().set({ pace });
    return () => {
      // What the person has chosen meanwhile stays.
      if (views.getState().pace === pace) views.getState().set({ pace: own });
    };
  }, [pace, views]);
}
