import { useEffect } from 'react';
import { useStores } from '../../state/stores.ts';
import type { CardAction } from './use-card-action.ts';
import type { Steps } from './use-steps.ts';

/** The keys of a clicker, and of a person who looks at the hall and not at the keyboard. */
const forward = ['ArrowRight', 'PageDown'];
const backward = ['ArrowLeft', 'PageUp'];
const act = [' ', 'Enter'];

/** Lecturer's keys: next, previous, act, leave. They come first, whatever has the focus. */
export function useStageKeys(steps: Steps, action: CardAction): void {
  const { study } = useStores();
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return;
      if (document.querySelector('[role="dialog"]')) return;
      if (forward.includes(key)) steps.next();
      else if (backward.includes(key)) steps.back();
      else if (key === 'Escape') study.getState().set({ presenting: false });
      // A control that was reached by Tab is pressed as always.
      else if (act.includes(key) && !isReachedByKey()) {
        if (!event.repeat) action.run();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    }
    /** A press with the mouse leaves no focus behind that the space bar would press again. */
    function letGo(): void {
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement && !isTyping(activeElement)) activeElement.blur();
    }
    addEventListener('keydown', press, { capture: true });
    addEventListener('click', letGo);
    return () => {
      removeEventListener('keydown', press, { capture: true });
      removeEventListener('click', letGo);
    };
  }, [steps, action, study]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

const isReachedByKey = (): boolean =>
  document.activeElement?.matches('button:focus-visible, [role="tab"]:focus-visible') === true;
