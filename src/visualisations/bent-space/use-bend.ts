import { useEffect, useRef, useState } from 'react';

/** How long it takes from one space to the other, in ms. */
const DURATION = 1400;

/** How far space is bent, from 0 to 1: pulled by hand, or played; at once for people who ask for stillness. */
export function useBend() {
  const [bend, setBend] = useState(1);
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const pull = (to: number): void => {
    cancelAnimationFrame(frame.current);
    setBend(to);
  };
  const play = (): void => {
    const [from, to] = bend > 0.5 ? [bend, 0] : [bend, 1];
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      pull(to);
      return;
    }
    cancelAnimationFrame(frame.current);
    const begun = performance.now();
    const move = (now: number): void => {
      const share = Math.min(1, Math.max(0, (now - begun) / DURATION));
      const eased = share * share * (3 - 2 * share);
      setBend(from + (to - from) * eased);
      if (share < 1) frame.current = requestAnimationFrame(move);
    };
    frame.current = requestAnimationFrame(move);
  };
  return { bend, pull, play };
}
