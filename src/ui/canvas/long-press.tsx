import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { isTyping } from '../actions/is-typing.ts';

/** How long a finger rests until it asks for the menu, in ms, and how far it may stray, in pixels. */
const [LONG, STRAY] = [500, 10];

/**
 * Makes a finger that rests on the canvas what the right button of a mouse is: it asks for the menu of the
 * node, the wire or the canvas below it. Some browsers do that themselves, others do not.
 */
export function LongPress() {
  const api = useStoreApi();
  useEffect(() => {
    const canvas = api.getState().domNode;
    if (!canvas) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let from: Touch | undefined;
    /** Whether the menu was asked for: then the finger that is lifted presses nothing. */
    let asked = false;
    const stop = (): void => clearTimeout(timer);
    const start = (event: TouchEvent): void => {
      stop();
      asked = false;
      [from] = event.touches;
      if (event.touches.length !== 1 || !from) return;
      const { clientX, clientY, target } = from;
      // There it takes up the text, as the browser has it.
      if (isTyping(target)) return;
      timer = setTimeout(() => {
        if (asked) return;
        const press = { bubbles: true, cancelable: true, button: 2, clientX, clientY };
        target.dispatchEvent(new MouseEvent('contextmenu', press));
        asked = true;
      }, LONG);
    };
    const move = ({ touches: [now] }: TouchEvent): void => {
      const far =
        !now || !from || Math.hypot(now.clientX - from.clientX, now.clientY - from.clientY) > STRAY;
      if (far) stop();
    };
    const end = (event: TouchEvent): void => {
      stop();
      if (asked && event.cancelable) event.preventDefault();
    };
    const menu = (event: Event): void => {
      if (isTyping(event.target)) return;
      // A finger asks once, whoever hears it first.
      if (asked && from) event.stopPropagation();
      asked = from !== undefined;
      stop();
    };
    const mouse = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch') from = undefined;
    };
    canvas.addEventListener('pointerdown', mouse, true);
    canvas.addEventListener('touchstart', start, { passive: true, capture: true });
    canvas.addEventListener('touchmove', move, { passive: true, capture: true });
    canvas.addEventListener('touchend', end, true);
    canvas.addEventListener('touchcancel', stop, true);
    canvas.addEventListener('contextmenu', menu, true);
    return () => {
      stop();
      canvas.removeEventListener('pointerdown', mouse, true);
      canvas.removeEventListener('touchstart', start, true);
      canvas.removeEventListener('touchmove', move, true);
      canvas.removeEventListener('touchend', end, true);
      canvas.removeEventListener('touchcancel', stop, true);
      canvas.removeEventListener('contextmenu', menu, true);
    };
  }, [api]);
  return null;
}
