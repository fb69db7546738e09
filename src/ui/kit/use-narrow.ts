import { useSyncExternalStore } from 'react';

/** Up to this width panels are sheets over the canvas and bars fold what does not fit, in pixels. */
const NARROW = 768;

const query = matchMedia(`(max-width: ${NARROW}px)`);

function follow(tell: () => void): () => void {
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}

/** Whether the page has the width of a phone or of a tablet held upright. */
export const useNarrow = (): boolean => useSyncExternalStore(follow, isNarrow);

/** The same, asked once. */
export const isNarrow = (): boolean => query.matches;
