const MESSAGE = '[data-notice]';

/** Where the focus was before it came to a message. */
const origins = new WeakMap<Element, HTMLElement | SVGElement>();

/** Keeps in mind where the focus comes from that a message gets: from another message, what that had in mind. */
export function keepOrigin(message: Element, from: EventTarget | null): void {
  const isThing = from instanceof HTMLElement || from instanceof SVGElement;
  if (!isThing || message.contains(from)) return;
  const other = from.closest(MESSAGE);
  const origin = other ? origins.get(other) : from;
  if (origin) origins.set(message, origin);
}

/**
 * Gives the focus that a message has away before it goes: to the button that dismisses the next one, or the one
 * before it; after the last back to where the focus was, or to the canvas where that is gone.
 */
export function handOn(message: Element): void {
  if (!message.contains(document.activeElement)) return;
  const all = [...document.querySelectorAll(MESSAGE)];
  const at = all.indexOf(message);
  const beside = all[at + 1] ?? all[at - 1];
  const origin = origins.get(message);
  const next =
    [...(beside?.querySelectorAll<HTMLElement>('button') ?? [])].at(-1) ??
    (origin?.isConnected ? origin : undefined) ??
    document.querySelector<HTMLElement>('.react-flow__node[tabindex="0"], [data-leave="on"]');
  next?.focus({ preventScroll: true });
}
