/** Movement after which a press is a drag, in pixels. */
const SLACK = 4;

/** Says whether something is being dragged with a pointer. */
export interface DragWatch {
  readonly isUnderWay: () => boolean;
  readonly stop: () => void;
}

/**
 * Watches whether a pointer that was pressed anywhere on the page has moved and is still down: the canvas is
 * moved, a box drawn, a node carried. A key that then changed the network would change it below the hand.
 */
export function watchDrags(page: EventTarget): DragWatch {
  let from: { readonly x: number; readonly y: number } | undefined;
  let drags = false;
  const end = (): void => {
    from = undefined;
    drags = false;
  };
  const heard: Readonly<Record<string, (event: Event) => void>> = {
    pointerdown: (event) => {
      const { clientX: x, clientY: y } = event as PointerEvent;
      end();
      from = { x, y };
    },
    pointermove: (event) => {
      const { buttons, clientX, clientY } = event as PointerEvent;
      // A pointer that was let go of outside the window never said so.
      if (buttons === 0) end();
      else if (from && Math.hypot(clientX - from.x, clientY - from.y) > SLACK) drags = true;
    },
    pointerup: end,
    pointercancel: end,
    // Of the window: the press itself takes the focus from what had it.
    blur: ({ target }) => {
      if (target === page) end();
    },
  };
  // On their way down: the canvas keeps presses to itself.
  for (const [type, hear] of Object.entries(heard)) page.addEventListener(type, hear, true);
  return {
    isUnderWay: () => drags,
    stop: () => {
      for (const [type, hear] of Object.entries(heard)) page.removeEventListener(type, hear, true);
    },
  };
}
