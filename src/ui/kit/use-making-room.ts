import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * How many of a bar's less important parts have to go, so that nothing of `ref`, the row that matters most, is
 * cut off: from 0 to `most`. It begins again from 0 whenever `situation` becomes another.
 */
export function useMakingRoom(
  ref: RefObject<HTMLElement | null>,
  most: number,
  situation: string,
): number {
  const [made, make] = useState({ situation, gone: 0 });
  if (made.situation !== situation) make({ situation, gone: 0 });
  const { gone } = made;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another situation, or a part that went, is another row
  useLayoutEffect(() => {
    const row = ref.current;
    if (!row || gone >= most) return;
    const measure = (): void => {
      if (row.scrollWidth <= row.clientWidth) return;
      make((now) => (now.gone === gone ? { ...now, gone: gone + 1 } : now));
    };
    measure();
    const watch = new ResizeObserver(measure);
    for (const each of [row, ...row.children]) watch.observe(each);
    return () => watch.disconnect();
  }, [ref, most, gone, situation]);
  return gone;
}
