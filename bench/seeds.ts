import type { Browser } from '@playwright/test';
import { knowNames } from './product.ts';

const address = 'http://localhost:4198/?lesson=lab-09-2';

/** What the person feels of many seeds; times in ms. */
export interface SeedFigures {
  /** From the press to the count of 100 starts of lab-09-2, of 10,001 updates each. */
  readonly hundred: number;
  /** The same for 1,000 starts. */
  readonly thousand: number;
  /** The page's longest task meanwhile; 0 where none took 50 ms. */
  readonly longestTask: number;
}

/** Trains 100 and 1,000 seeds of lab-09-2 on the page, and watches the page meanwhile. */
export async function seedFigures(browser: Browser): Promise<SeedFigures> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'en-US' });
  await page.addInitScript(knowNames);
  await page.goto(address);
  await page.getByRole('button', { name: /^Speed/ }).waitFor();
  await page.getByRole('button', { name: 'Many seeds' }).click();
  const time = async (count: number): Promise<{ took: number; longest: number }> => {
    await page.getByRole('textbox', { name: 'Seeds', exact: true }).fill(String(count));
    await page.keyboard.press('Enter');
    return page.evaluate(
      () =>
        new Promise<{ took: number; longest: number }>((resolve) => {
          let longest = 0;
          const observer = new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
          });
          observer.observe({ type: 'longtask' });
          const section = document.querySelector('[data-picture=seeds]');
          const begun = performance.now();
          section?.querySelector<HTMLElement>('[data-tour=seeds]')?.click();
          let begins = false;
          const look = (): void => {
            // The button is away while seeds are trained.
            const rests = section?.querySelector('[data-tour=seeds]') !== null;
            begins ||= !rests;
            if (!begins || !rests) requestAnimationFrame(look);
            else {
              observer.disconnect();
              resolve({ took: performance.now() - begun, longest });
            }
          };
          requestAnimationFrame(look);
        }),
    );
  };
  await time(10);
  const hundred = await time(100);
  const thousand = await time(1000);
  await page.close();
  return {
    hundred: hundred.took,
    thousand: thousand.took,
    longestTask: Math.max(hundred.longest, thousand.longest),
  };
}
