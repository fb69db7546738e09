import { type RefObject, useEffect, useMemo } from 'react';
import { useStores } from '../../state/stores.ts';
import { isTyping } from '../actions/is-typing.ts';
import { isWindowOpen } from '../kit/open-window.ts';
import type { CardAction } from './use-card-action.ts';
import type { Steps } from './use-steps.ts';

/** The keys of a clicker, and of a person who looks at the hall and not at the keyboard. */
const forward = ['ArrowRight', 'PageDown'];
const backward = ['ArrowLeft', 'PageUp'];
const act = [' ', 'Enter'];

/** How much of a long card is scrolled at once, and how little of one is not worth it, in pixels. */
const PAGE = 0.8;
const SLACK = 12;

/**
 * Lecturer's keys: next, previous, act, leave. They come first, whatever has the focus. Next reads a card
 * that is longer than its place to its end before it turns it.
 */
export function useStageKeys(
  steps: Steps,
  action: CardAction,
  text: RefObject<HTMLElement | null>,
): Pick<Steps, 'next' | 'back'> {
  const { study } = useStores();
  const ways = useMemo(
    () => ({
      next: (): void => {
        const card = text.current;
        const left = card ? card.scrollHeight - card.clientHeight - card.scrollTop : 0;
        if (card && left > SLACK) card.scrollBy({ top: PAGE * card.clientHeight });
        else steps.next();
      },
      back: steps.back,
    }),
    [steps, text],
  );
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || isField(target)) return;
      if (key.startsWith('Arrow') && isSlid(target)) return;
      if (isWindowOpen('dialog')) return;
      const run = keyOf(key);
      // A control that was reached by Tab is pressed as always.
      if (!run || (act.includes(key) && isReachedByKey())) return;
      if (!event.repeat) run();
      event.preventDefault();
      event.stopPropagation();
    }
    function keyOf(key: string): (() => void) | undefined {
      if (forward.includes(key)) return ways.next;
      if (backward.includes(key)) return ways.back;
      if (act.includes(key)) return action.run;
      return key === 'Escape' ? () => study.getState().set({ presenting: false }) : undefined;
    }
    /** A press with the mouse leaves no focus behind that the space bar would press again. */
    function letGo({ detail }: MouseEvent): void {
      const { activeElement } = document;
      const byMouse = detail > 0 && activeElement instanceof HTMLElement;
      if (byMouse && !isField(activeElement)) activeElement.blur();
    }
    addEventListener('keydown', press, { capture: true });
    addEventListener('click', letGo);
    return () => {
      removeEventListener('keydown', press, { capture: true });
      removeEventListener('click', letGo);
    };
  }, [ways, action, study]);
  return ways;
}

/** A field that is typed into, or that the space bar and the arrow keys set. */
const isField = (target: EventTarget | null): boolean =>
  isTyping(target) || target instanceof HTMLInputElement;

const isReachedByKey = (): boolean =>
  document.activeElement?.matches('button:focus-visible, [role="tab"]:focus-visible') === true;

/** A ball or a surface that is moved by the arrow keys. */
const isSlid = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('[role="slider"]:focus-visible');
