import { expect, type Locator, type Page, test } from '@playwright/test';
import { openLesson, stat, train } from './page.ts';

/** Figures of the run bar of which something is cut off, or that stand in each other's place. */
const cut = (page: Page): Promise<string[]> =>
  page.locator('[data-tour=figures]').evaluate((row) => {
    const shown = [...row.children].filter((each) => each.getBoundingClientRect().width > 0);
    const end = row.getBoundingClientRect().right + 0.5;
    return shown.flatMap((each, i) => {
      const right = Math.max(
        ...[...each.children].map((line) => {
          const text = document.createRange();
          text.selectNodeContents(line);
          return text.getBoundingClientRect().right;
        }),
      );
      const next = shown[i + 1]?.getBoundingClientRect().left ?? end;
      return right > Math.min(next, end) ? [each.textContent ?? ''] : [];
    });
  });

const fits = (element: Locator): Promise<boolean> =>
  element.evaluate((each) => each.scrollWidth <= each.clientWidth);

for (const locale of ['en-US', 'ko-KR']) {
  test.describe(() => {
    test.use({ locale, viewport: { width: 1280, height: 720 } });
    test(`figures of test data leave all figures whole, ${locale}`, async ({ page }) => {
      await page.goto('/?lesson=lec-07-overfit&card=2');
      await expect(stat(page, 'loss')).not.toHaveText('–');
      await page.locator('[data-tour=train]').click();
      await expect(stat(page, 'step')).toHaveText('1,000');
      await expect(page.locator('[data-stat=accuracy]')).toContainText('83.3 %');
      await expect.poll(() => cut(page)).toEqual([]);
      // What is set has not made way.
      await expect(page.locator('[data-tour=learning-rate] input')).toBeVisible();
      for (const width of [1140, 1060, 900]) {
        await page.setViewportSize({ width, height: 720 });
        await expect.poll(() => cut(page)).toEqual([]);
      }
      await page.setViewportSize({ width: 1280, height: 720 });

      // The table of samples is whole, too.
      const table = page.locator('[data-picture=truth-table] table');
      await expect(table).toContainText('e−');
      expect(await fits(table.locator('..'))).toBe(true);

      // Seven digits leave a gap before the next word.
      const gap = await page.getByTestId('moment-text').evaluate((row) => {
        const [, step, loss] = [...row.children];
        if (step?.firstChild) step.firstChild.nodeValue = '4,915,601';
        const text = document.createRange();
        if (step) text.selectNodeContents(step);
        return (loss?.getBoundingClientRect().left ?? 0) - text.getBoundingClientRect().right;
      });
      expect(gap).toBeGreaterThan(16);
    });
  });
}

test.describe(() => {
  test.use({ viewport: { width: 375, height: 667 } });
  for (const lesson of ['lec-10-saturated', 'lab-02-1']) {
    test(`on a phone the figures of ${lesson} are whole`, async ({ page }) => {
      await openLesson(page, lesson);
      await train(page).click();
      await expect(stat(page, 'step')).toHaveText(/^\d,\d{3}$/);
      await expect(train(page)).toBeVisible();
      await expect.poll(() => cut(page)).toEqual([]);
      await expect(page.locator('[data-stat=accuracy]')).toBeVisible();
      // What made way is behind the button for more.
      if (!(await page.locator('[data-tour=step]').isVisible())) {
        await page.locator('[data-folds~=step]').click();
        await expect(page.locator('[data-tour=step]')).toBeVisible();
      }
    });
  }
});
