import { expect, type Page, test } from '@playwright/test';
import { kindInPalette, nodes, stat, tab, visit } from './page.ts';

/** From here on these files are not there, as after a deployment or without a network. */
async function takeAway(page: Page, files: RegExp): Promise<void> {
  await page.route(files, (route) => route.abort());
}

const addDense = async (page: Page): Promise<void> => {
  await kindInPalette(page, 'dense').click();
  await expect(nodes(page)).toHaveCount(7);
};

test('a window that cannot be loaded leaves the page as it is, and says so', async ({ page }) => {
  await takeAway(page, /command-palette/);
  await visit(page);
  await addDense(page);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByText('Part of the page could not be loaded.')).toBeVisible();
  await expect(nodes(page)).toHaveCount(7);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(nodes(page)).toHaveCount(6);

  await page.unrouteAll();
  await page.getByRole('button', { name: 'Load again' }).click();
  await expect(nodes(page)).toHaveCount(6);
  await expect(stat(page, 'loss')).toHaveText('0.7584');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a page that loses a part of itself says so, and what was made comes back', async ({
  page,
}) => {
  await takeAway(page, /\/inspector-/);
  await visit(page);
  await addDense(page);
  await tab(page, 'Layer').click();
  await expect(page.getByText('Part of the page could not be loaded.')).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Load again' }).click();
  await expect(nodes(page)).toHaveCount(7);
});
