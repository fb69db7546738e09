import { useEffect, useRef } from 'react';
import { useStores } from '../../state/stores.ts';

/** How long a moment must stay before it is told, in ms. */
const REST = 700;

/** Says where one has come to by key or by button, once that rests; the bar itself says what it is at. */
export function useMomentSpeech(at: number | undefined, text: string, silent: boolean): void {
  const { views } = useStores();
  const told = useRef(at);
  useEffect(() => {
    if (silent || told.current === at) return;
    const timer = setTimeout(() => {
      told.current = at;
      const isOnBar = document.activeElement?.matches('[data-moment]');
      if (!isOnBar) views.getState().set({ said: { text } });
    }, REST);
    return () => clearTimeout(timer);
  }, [at, text, silent, views]);
}
