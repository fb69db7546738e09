import { useEffect, useRef } from 'react';
import { focusSoon } from '../kit/focus-soon.ts';

/**
 * Hands the focus on when an entry of a list is taken out of it by a press within it: to the entry that comes
 * after it, else to the one before; `find` gets its id, or nothing where the list is empty.
 */
export function useFocusNext<Id extends string | number>(
  ids: readonly Id[],
  find: (id: Id | undefined) => HTMLElement | null | undefined,
): (leaving: Id) => void {
  const leaving = useRef<{ readonly id: Id; readonly next: Id | undefined }>(undefined);
  useEffect(() => {
    const { current } = leaving;
    if (!current || ids.includes(current.id)) return;
    leaving.current = undefined;
    const { next } = current;
    const entry = next !== undefined && ids.includes(next) ? next : ids[0];
    focusSoon(() => find(entry));
  });
  return (id) => {
    const at = ids.indexOf(id);
    leaving.current = { id, next: ids[at + 1] ?? ids[at - 1] };
  };
}
