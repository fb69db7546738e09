import { useEffect } from 'react';
import type { Steps } from './use-steps.ts';

/** PageDown and PageUp turn the cards, but where they scroll something. Lecturer's mode has keys of its own. */
export function useCardKeys(steps: Steps, presenting: boolean): void {
  useEffect(() => {
    if (presenting) return;
    const press = (event: KeyboardEvent): void => {
      const { key, target } = event;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const elsewhere =
        target instanceof Element &&
        target.closest('aside, input, textarea, select, [role="dialog"]') !== null;
      if (elsewhere) return;
      if (key === 'PageDown') steps.next();
      else if (key === 'PageUp') steps.back();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [steps, presenting]);
}
