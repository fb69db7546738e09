import type { CDPSession, Page } from '@playwright/test';

/** A place on the screen. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Fingers on the screen: none of them is lifted until `lift`. */
export async function fingers(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page);
  const send = (type: `touch${'Start' | 'Move' | 'End' | 'Cancel'}`, points: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
    });
  return {
    put: (...points: Point[]) => send('touchStart', points),
    move: (...points: Point[]) => send('touchMove', points),
    lift: () => send('touchEnd', []),
    /** The system takes the touch away, as for a call or a gesture of its own. */
    lose: () => send('touchCancel', []),
  };
}

/** A place on the way from one to another. */
export const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});

/** One finger from here to there, in steps. */
export async function swipe(page: Page, from: Point, to: Point): Promise<void> {
  const hand = await fingers(page);
  await hand.put(from);
  for (let i = 1; i <= 8; i++) await hand.move(between(from, to, i / 8));
  await hand.lift();
}

/** A panel that stands over the canvas. */
export const sheet = (page: Page) => page.locator('aside[data-side]');

/** Controls that reach over the edge of the screen or lie under another, and the page itself if it scrolls. */
export const misplaced = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth;
    const found = wide > innerWidth ? [`the page is ${wide} wide`] : [];
    const bars = document.querySelectorAll('header, section, aside, [role=dialog]');
    for (const bar of bars) {
      for (const control of bar.querySelectorAll('button, input, select, [role=tab]')) {
        const { left, right, width } = control.getBoundingClientRect();
        if (width === 0 || control.closest('.react-flow__viewport, .sr-only')) continue;
        if (left < -0.5 || right > innerWidth + 0.5)
          found.push(control.getAttribute('aria-label') ?? control.textContent ?? '');
      }
    }
    return found;
  });

/** A spot of the canvas where nothing is. */
export const freeSpot = (page: Page, margin = 30): Promise<Point> =>
  page.evaluate((aside) => {
    const box = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (!box) throw new Error('no canvas');
    for (let y = box.top + aside; y < box.bottom - 2 * aside; y += 10)
      for (let x = box.left + 40; x < box.right - 90; x += 10)
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane'))
          return { x, y };
    throw new Error('no free spot');
  }, margin);
