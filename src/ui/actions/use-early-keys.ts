import { useCallback, useEffect, useRef } from 'react';

/** Hands over, once, the keys that were pressed before their actions were at hand. */
export type TakeEarlyKeys = () => readonly KeyboardEvent[];

/**
 * Keeps what is pressed until the actions, which are loaded after the canvas, take it up. What the browser
 * has a use for of its own (Ctrl or ⌘ with a letter) has had it by then, and is not kept.
 */
export function useEarlyKeys(): TakeEarlyKeys {
  const pressed = useRef<KeyboardEvent[] | undefined>([]);
  useEffect(() => {
    const keep = (event: KeyboardEvent): void => {
      if (!event.ctrlKey && !event.metaKey) pressed.current?.push(event);
    };
    addEventListener('keydown', keep);
    return () => removeEventListener('keydown', keep);
  }, []);
  return useCallback(() => {
    const early = pressed.current ?? [];
    pressed.current = undefined;
    return early;
  }, []);
}
