import { useEffect, useRef } from 'react';
import { useStores } from '../../state/stores.ts';
import { usePerform } from '../actions/use-perform.ts';
import { isWindowOpen } from '../kit/open-window.ts';

/** Where the arrows are the walk's: where nothing has the focus, on the canvas, and on what begins a walk. */
const OWN = 'body, main, .react-flow__pane, [data-tour=walk]';

/**
 * While a walk is on, → and ← go on and back, and no arrow moves what merely is selected. A node that the
 * person goes to after the walk has begun has its own arrows again.
 */
export function useWalkArrows(): void {
  const latest = usePerform();
  const perform = useRef(latest);
  perform.current = latest;
  const { study } = useStores();
  useEffect(() => {
    /** The node that had the focus when the walk began. */
    let earlier = nodeOf(document.activeElement);
    const go = ({ target }: Event): void => {
      if (nodeOf(target)) earlier = undefined;
    };
    const press = (event: KeyboardEvent): void => {
      const { key, target } = event;
      if (!key.startsWith('Arrow') || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!(target instanceof Element) || study.getState().presenting) return;
      if (isWindowOpen('dialog', 'menu')) return;
      if (!target.matches(OWN) && target !== earlier) return;
      event.preventDefault();
      event.stopPropagation();
      if (key === 'ArrowRight') perform.current('walkForward');
      if (key === 'ArrowLeft') perform.current('walkBackward');
    };
    addEventListener('keydown', press, true);
    addEventListener('focusin', go);
    addEventListener('pointerdown', go, true);
    return () => {
      removeEventListener('keydown', press, true);
      removeEventListener('focusin', go);
      removeEventListener('pointerdown', go, true);
    };
  }, [study]);
}

const nodeOf = (target: EventTarget | null): Element | undefined =>
  (target instanceof Element && target.closest('.react-flow__node')) || undefined;
