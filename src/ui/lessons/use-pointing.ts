import { useEffect } from 'react';
import { printTarget, type Target } from '../../lessons/targets.ts';
import { useStores } from '../../state/stores.ts';
import { findTarget, openTarget, scrollToTarget } from './show-target.ts';

/** Opens and brings into view what a card speaks of, and outlines what it points at while it is on screen. */
export function usePointing(
  point: Target | undefined,
  see: readonly Target[],
  place: string,
): void {
  const { views, study, documents } = useStores();
  const key = point && printTarget(point);
  const seen = see.map(printTarget).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for the targets; another card asks anew
  useEffect(() => {
    const all = [...see].reverse().concat(point ?? []);
    for (const target of all) openTarget(target, views);
    const pictures = all.flatMap(({ type, id }) => (type === 'picture' ? [id] : []));
    study.getState().set({ pictures });
    // What was just opened has yet to be drawn.
    const timer = requestAnimationFrame(() => {
      for (const target of all) scrollToTarget(target, { documents });
    });
    return () => {
      cancelAnimationFrame(timer);
      study.getState().set({ pictures: [] });
    };
  }, [key, seen, place, views, study, documents]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the target
  useEffect(() => {
    if (!point) return;
    let marked: Element | null = null;
    const mark = (): void => {
      const found = findTarget(point, { documents });
      if (found === marked) return;
      marked?.removeAttribute('data-pointed');
      found?.setAttribute('data-pointed', '');
      marked = found;
    };
    // Panels and nodes come and go; the mark follows.
    let frame = 0;
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(mark);
    });
    mark();
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      marked?.removeAttribute('data-pointed');
    };
  }, [key, documents]);
}
