import { useEffect } from 'react';
import { useStores } from '../../state/stores.ts';
import { useNarrow } from '../kit/use-narrow.ts';

/** On a narrow page there is room for one panel: the one that was opened last. */
export function useOneSheet(): void {
  const { views } = useStores();
  const narrow = useNarrow();
  useEffect(() => {
    if (!narrow) return;
    const { leftOpen, rightOpen, set } = views.getState();
    if (leftOpen && rightOpen) set({ leftOpen: false });
    return views.subscribe((now, before) => {
      if (!(now.leftOpen && now.rightOpen)) return;
      now.set(before.leftOpen ? { leftOpen: false } : { rightOpen: false });
    });
  }, [narrow, views]);
}
