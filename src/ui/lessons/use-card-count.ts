import { useEffect, useState } from 'react';
import { parseCards } from '../../lessons/parse-cards.ts';
import { progressOf } from '../../state/lesson-store.ts';
import { useStores, useStudy } from '../../state/stores.ts';

/** How many of a lesson's cards are done; nothing for a lesson without cards, or one never begun. */
export function useCardCount(id: string): { done: number; count: number } | undefined {
  const { lessons } = useStores();
  const done = useStudy((study) => progressOf(study, id).done);
  const begun = done.length > 0;
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (!begun) return;
    let alive = true;
    void lessons.readCards(id, 'en').then((text) => {
      if (alive && text !== undefined) setCount(parseCards(text).cards.length);
    });
    return () => {
      alive = false;
    };
  }, [id, begun, lessons]);
  if (!begun || count === 0) return undefined;
  return { done: done.filter((card) => card < count).length, count };
}
