import { expect, type Page, test } from '@playwright/test';
import { collapse, nodesOf, stepOf, train, visit } from './page.ts';

/** Holds back what is loaded from now on until it is let go. */
async function holdLoading(page: Page): Promise<() => void> {
  let letGo = (): void => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await gate;
    await route.continue();
  });
  return letGo;
}

const input = (page: Page) => page.locator('[cmdk-input]');
const first = (page: Page, kind: string) => nodesOf(page, kind).first();

test('what is typed after Ctrl K is looked for, even before the list is loaded', async ({
  page,
}) => {
  await visit(page);
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  const trained = await stepOf(page);
  const letGo = await holdLoading(page);
  await page.keyboard.press('ControlOrMeta+k');
  // As keys, R would start anew and O would open the projects.
  await page.keyboard.type('versio');
  letGo();
  await expect(input(page)).toHaveValue('versio');
  await page.keyboard.type('n');
  await expect(page.getByRole('option').first()).toContainText('Steps and versions');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Steps and versions' })).toBeVisible();
  expect(await stepOf(page)).toBeGreaterThanOrEqual(trained);
});

test('letters open nothing and start nothing anew while the lessons are still being loaded', async ({
  page,
}) => {
  await visit(page);
  await page.getByRole('button', { name: 'One step' }).click();
  await expect.poll(() => stepOf(page)).toBe(1);
  const letGo = await holdLoading(page);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.keyboard.press('o');
  await page.keyboard.press('r');
  letGo();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Your projects' })).toHaveCount(0);
  expect(await stepOf(page)).toBe(1);
});

test('what is typed after A finds the layer to add, even before the list is loaded', async ({
  page,
}) => {
  await visit(page);
  await first(page, 'dense').locator('header').click();
  const letGo = await holdLoading(page);
  await page.keyboard.press('a');
  await page.keyboard.type('relu');
  letGo();
  await expect(input(page)).toHaveValue('relu');
  await page.keyboard.press('Enter');
  await expect(nodesOf(page, 'relu')).toHaveCount(1);
});

test('a name after F2 and a number after Enter are typed into the inspector, even before it is loaded', async ({
  page,
}) => {
  await visit(page);
  await first(page, 'dense').locator('header').click();
  const letGo = await holdLoading(page);
  await page.keyboard.press('F2');
  await page.keyboard.type('first');
  letGo();
  await expect(first(page, 'dense')).toContainText('first');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(first(page, 'dense')).toContainText('7 units');
});

test('what is typed right after N is the comment’s, however fast', async ({ page }) => {
  await visit(page);
  await page.keyboard.press('n');
  // As a key, H would open the history.
  await page.keyboard.type('hello');
  await expect(page.getByRole('textbox', { name: 'Text of the comment' })).toHaveValue('hello');
});

test('A at the loss says that nothing comes after it', async ({ page }) => {
  await visit(page);
  await first(page, 'loss').locator('header').click();
  await page.keyboard.press('a');
  await expect(page.getByText('Nothing comes after the loss.')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('F2 names a block, open or collapsed, and so does a double click on its card', async ({
  page,
}) => {
  await visit(page);
  await collapse(page);
  const card = page.locator('.react-flow__node-block');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Name of the block' })).toBeFocused();
  await page.keyboard.type('Hidden layer');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('Hidden layer');
  await expect(card).toBeFocused();

  await page.keyboard.press('Shift+G');
  await expect(page.locator('.react-flow__node[data-id="dense1"]')).toBeFocused();
  const frame = page.locator('[data-frame]');
  await page.keyboard.press('F2');
  await page.keyboard.type('Encoder');
  await page.keyboard.press('Enter');
  await expect(frame).toHaveText('Encoder');
  await expect(frame).toBeFocused();

  await page.keyboard.press('Shift+G');
  await expect(card).toBeFocused();
  await card.locator('header b').dblclick();
  await expect(page.getByRole('textbox', { name: 'Name of the block' })).toBeFocused();
  await page.keyboard.type('First half');
  await expect(card).toContainText('First half');
});
