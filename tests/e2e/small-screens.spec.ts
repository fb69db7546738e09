import { expect, test } from '@playwright/test';
import { middle, nodes, openLesson } from './page.ts';
import { freeSpot, misplaced, sheet, swipe } from './touch-page.ts';

for (const [locale, width, height] of [
  ['en-US', 375, 667],
  ['ko-KR', 375, 667],
  ['ko-KR', 667, 375],
  ['en-US', 768, 1024],
  ['ko-KR', 768, 1024],
] as const) {
  test.describe(`${locale} at ${width} × ${height}`, () => {
    test.use({ viewport: { width, height }, hasTouch: true, isMobile: true, locale });

    test('nothing reaches over the edge, with every bar, sheet and fold open', async ({ page }) => {
      await openLesson(page, 'lab-09-2');
      expect(await misplaced(page)).toEqual([]);
      const header = page.locator('header').first();
      for (const button of [
        header.locator('> button').first(),
        header.locator('> button').last(),
      ]) {
        await button.tap();
        await expect(sheet(page)).toBeVisible();
        expect(await misplaced(page)).toEqual([]);
        const box = await sheet(page).boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
      }
      await page.keyboard.press('Escape');
      await expect(sheet(page)).toHaveCount(0);
      for (const bar of ['header', 'section']) {
        await page.locator(`${bar} [aria-haspopup=dialog][aria-expanded]`).last().tap();
        await expect(page.locator('.fold-list')).toBeVisible();
        expect(await misplaced(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.locator('.fold-list')).toHaveCount(0);
      }
    });

    test('a finger can draw a box that selects', async ({ page }) => {
      await page.goto('/');
      await expect(nodes(page)).toHaveCount(6);
      const box = page.getByRole('button', { name: /^(Select with a box|상자로 선택)$/ });
      await box.tap();
      await expect(box).toHaveAttribute('aria-pressed', 'true');
      await swipe(page, await freeSpot(page, 4), await middle(nodes(page).nth(4)));
      await expect
        .poll(() => page.locator('.react-flow__node.selected').count())
        .toBeGreaterThan(0);
    });

    test('a card points at the button that a control is behind', async ({ page }) => {
      await page.goto('/?lesson=lab-07-1&card=2');
      await expect(page.locator('[data-folds~="learning-rate"][data-pointed]')).toBeVisible();
    });

    test('the buttons of the bars are large enough for a finger', async ({ page }) => {
      await openLesson(page, 'lab-09-2');
      const small = await page
        .locator('header button:visible, section[data-lesson-open] header button:visible')
        .evaluateAll((all) =>
          all.flatMap((button) => {
            const { width: w, height: h } = button.getBoundingClientRect();
            return h >= 44 && w >= 24 ? [] : [`${button.getAttribute('aria-label')} ${w}×${h}`];
          }),
        );
      expect(small.filter((name) => !/카드|Card/.test(name))).toEqual([]);
    });
  });
}
