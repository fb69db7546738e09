import { useState } from 'react';

/** What had the focus when something opened over the page. */
export interface Opener {
  readonly element: Element | null;
  /** Gives it the focus back, unless something else has it; false where that is gone. */
  readonly giveBack: () => boolean;
}

/** Remembers what had the focus when a window was opened: it gets that back when the window is closed. */
export function useFocusBack(): Opener {
  const [element] = useState(() => document.activeElement);
  return {
    element,
    giveBack: () => {
      if (document.activeElement !== document.body) return true;
      if (!(element instanceof HTMLElement) || element === document.body) return false;
      element.focus({ preventScroll: true });
      return document.activeElement === element;
    },
  };
}
