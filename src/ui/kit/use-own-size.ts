import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width and height of an element as it is laid out, in its own pixels; none before it is. */
export function useOwnSize(
  ref: RefObject<HTMLElement | null>,
): { readonly width: number; readonly height: number } | undefined {
  const [size, setSize] = useState<{ width: number; height: number }>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void =>
      setSize({ width: element.offsetWidth, height: element.offsetHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
