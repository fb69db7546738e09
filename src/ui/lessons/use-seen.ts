import { useEffect } from 'react';
import { useStores } from '../../state/stores.ts';

/** How much of a picture must be on screen to count as seen. */
const ENOUGH = 0.5;

/** Notes which pictures have been on screen, for as long as a lesson is open. */
export function useSeen(): void {
  const { study } = useStores();
  useEffect(() => {
    const places = new Map<Element, string>();
    const eye = new IntersectionObserver(
      (entries) => {
        const seen = entries
          .filter(({ isIntersecting }) => isIntersecting)
          .flatMap(({ target }) => places.get(target) ?? []);
        study.getState().see(seen);
      },
      { threshold: ENOUGH },
    );
    const look = (): void => {
      for (const holder of document.querySelectorAll<HTMLElement>('[data-picture]')) {
        const picture = holder.firstElementChild;
        // What is folded away is not seen.
        if (!picture || places.has(picture) || picture.hasAttribute('data-folded')) continue;
        places.set(picture, holder.dataset['picture'] ?? '');
        eye.observe(picture);
      }
    };
    let frame = 0;
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    });
    look();
    observer.observe(document.body, { childList: true, subtree: true });
    // Another lesson begins with fresh eyes.
    const stop = study.subscribe((now, before) => {
      if (now.visit === before.visit || now.visit.seen.length > 0) return;
      if (before.visit.seen.length === 0) return;
      eye.disconnect();
      places.clear();
      look();
    });
    return () => {
      stop();
      observer.disconnect();
      eye.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [study]);
}
