/** How long what stands above may still come in and push it away, in ms. */
const SETTLING = 2000;
/** What a hand does to go elsewhere: then it is no longer held. */
const hands = ['wheel', 'pointerdown', 'touchmove', 'keydown'] as const;

let stopLast = (): void => {};

/**
 * Brings a part of a panel wholly into view: what does not fit where it is goes to the panel's upper edge, and
 * is held there while what stands above it is still loading, until a hand does something else. Only the panel
 * is scrolled. `find` gives the part as it is now, or nothing while it is not there.
 */
export function bringUp(find: () => Element | null): void {
  stopLast();
  const until = performance.now() + SETTLING;
  let frame = 0;
  let moved = false;
  const stop = (): void => {
    cancelAnimationFrame(frame);
    for (const hand of hands) removeEventListener(hand, stop, true);
  };
  const look = (): void => {
    const part = find();
    const panel = part?.parentElement?.closest('[data-scrolls]');
    if (part && panel) {
      const [box, room] = [part.getBoundingClientRect(), panel.getBoundingClientRect()];
      const isIn = box.top >= room.top - 1 && box.bottom <= room.bottom + 1;
      if (moved || !isIn) {
        moved = true;
        panel.scrollTop += Math.round(box.top - room.top);
      }
    }
    if (performance.now() < until) frame = requestAnimationFrame(look);
    else stop();
  };
  stopLast = stop;
  // The press that asked for it is over by then.
  frame = requestAnimationFrame(() => {
    for (const hand of hands) addEventListener(hand, stop, true);
    look();
  });
}
