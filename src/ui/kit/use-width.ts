import { type RefObject, useLayoutEffect, useState } from 'react';

/** How wide an element is, in CSS pixels, as it changes; 0 before it is on screen. */
export function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return;
    const measure = new ResizeObserver(() => setWidth(element.clientWidth));
    measure.observe(element);
    return () => measure.disconnect();
  }, [of]);
  return width;
}
