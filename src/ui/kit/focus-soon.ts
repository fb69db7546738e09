/** Frames that something may take to come on screen. */
const PATIENCE = 60;

/** Moves the focus to an element as soon as it is on screen, and calls `then` with it. */
export function focusSoon(
  find: () => HTMLElement | null | undefined,
  then: (element: HTMLElement) => void = () => {},
  frames = PATIENCE,
): void {
  const element = find();
  element?.focus({ preventScroll: true });
  if (element && document.activeElement === element) then(element);
  else if (frames > 0) requestAnimationFrame(() => focusSoon(find, then, frames - 1));
}
