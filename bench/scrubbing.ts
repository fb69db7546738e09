import type { Page } from '@playwright/test';
import { median, quantile } from './timing.ts';

const SCRUBS = 40;

/** From a press on the bar of a run of 10,001 steps to the figures of another moment on screen, in ms. */
export async function scrubTimes(page: Page) {
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const step = page.locator('[data-stat=step] [data-value]');
  await step.getByText('10,001').waitFor();
  const slider = page.getByRole('slider', { name: 'Moment of the run' });
  await slider.focus();
  const times: number[] = [];
  for (let i = 0; i < SCRUBS; i++) {
    times.push(
      await slider.evaluate(
        (thumb, key) =>
          new Promise<number>((resolve) => {
            const figure = document.querySelector('[data-stat=step] [data-value]') as HTMLElement;
            const begun = performance.now();
            const observer = new MutationObserver(() => {
              observer.disconnect();
              resolve(performance.now() - begun);
            });
            observer.observe(figure, { childList: true, characterData: true, subtree: true });
            thumb.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          }),
        // Back and on by tenths of the run, and by single moments.
        ['PageDown', 'ArrowLeft', 'ArrowLeft', 'PageUp'][i % 4] as string,
      ),
    );
  }
  return { median: median(times), p95: quantile(times, 0.95), longest: Math.max(...times) };
}
