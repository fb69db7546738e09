import { useEffect, useState } from 'react';

/** A picture that stands in the panel. */
export interface PictureOnScreen {
  readonly id: string;
  readonly title: string;
}

/** What is folded away has nothing to be drawn. */
const drawn = 'canvas, table, svg:not(.lucide)';

/** The titled part of the page that a picture is. */
export const sectionOf = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-picture="${id}"] section[aria-label]`);

function look(): readonly PictureOnScreen[] {
  return [...document.querySelectorAll<HTMLElement>('[data-picture]')].flatMap((place) => {
    const id = place.dataset['picture'] ?? '';
    const section = sectionOf(id);
    return section?.querySelector(drawn) ? [{ id, title: section.ariaLabel ?? id }] : [];
  });
}

/** The pictures that stand in the panel; they may come a little later than the window that asks. */
export function usePicturesOnScreen(): readonly PictureOnScreen[] {
  const [pictures, setPictures] = useState(look);
  useEffect(() => {
    const update = (): void =>
      setPictures((before) => {
        const now = look();
        return JSON.stringify(now) === JSON.stringify(before) ? before : now;
      });
    const observer = new MutationObserver(update);
    observer.observe(document.body, { childList: true, subtree: true });
    update();
    return () => observer.disconnect();
  }, []);
  return pictures;
}
