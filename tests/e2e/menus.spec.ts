import { expect, test } from '@playwright/test';
import { focused, tabTo } from './keyboard-page.ts';
import { collapse, nodes, nodesOf, visit, wires } from './page.ts';

test('the menu of a node, a wire or the canvas opens by mouse and by key', async ({ page }) => {
  await visit(page);
  const menu = page.getByRole('menu');
  await nodesOf(page, 'dense').first().locator('header').click({ button: 'right' });
  await expect(menu).toHaveAccessibleName('Menu of Dense');
  await menu.getByRole('menuitem', { name: /^Delete the node/ }).click();
  await expect(nodes(page)).toHaveCount(5);
  await nodesOf(page, 'sigmoid').first().locator('header').click();
  await page.keyboard.press('Shift+F10');
  await expect(menu).toHaveAccessibleName('Menu of Sigmoid');
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe('sigmoid');
  const pane = await page.getByTestId('canvas').boundingBox();
  await page.mouse.click((pane?.x ?? 0) + 20, (pane?.y ?? 0) + 20, { button: 'right' });
  await expect(menu.getByRole('menuitem', { name: /^Select all/ })).toBeVisible();
});

test('what is refused is listed with its reason, and nothing happens when it is chosen', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'dense').last().locator('header').click();
  await page.keyboard.press('c');
  const list = page.getByRole('dialog', { name: 'Wire Dense to…' });
  await expect(list.getByRole('option', { name: /Points .*takes no input/ })).toBeVisible();
  await page.keyboard.type('points');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('status')).toHaveText(/takes no input/);
  await page.keyboard.press('Escape');
  await expect(wires(page)).toHaveCount(5);
  await expect.poll(() => focused(page)).toBe('dense');
});

test('the menu of a collapsed block is about its nodes, and expands it', async ({ page }) => {
  await visit(page);
  await collapse(page);
  await page.keyboard.press('Escape');
  const menu = page.getByRole('menu');
  await page.locator('.react-flow__node-block').click({ button: 'right' });
  await expect(menu).toHaveAccessibleName('Menu of Block 1');
  await menu.getByRole('menuitem', { name: /^Expand/ }).click();
  await expect(page.locator('.react-flow__node-block')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await page.locator('.react-flow__node-block').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: /^Delete what is selected/ }).click();
  await expect(nodes(page)).toHaveCount(4);
  await expect(page.getByTestId('said')).toHaveText('delete 2 layers');
});

test('a comment is reached by Tab, edited, and deleted by its menu', async ({ page }) => {
  await visit(page);
  await page.keyboard.press('n');
  await expect(page.locator('[data-comment] textarea')).toBeFocused();
  await page.keyboard.type('first words');
  await page.keyboard.press('Escape');
  const comment = page.locator('.react-flow__node-comment');
  await expect(comment).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(0);
  await nodesOf(page, 'loss').locator('header').click();
  await tabTo(page, comment);
  await expect(comment).toHaveAccessibleName('Comment: first words');
  await page.keyboard.press('Enter');
  await page.keyboard.type('other words');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Menu of the comment “other words”' });
  await menu.getByRole('menuitem', { name: /^Edit the comment/ }).click();
  await expect(comment.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: /^Delete the comment/ }).click();
  await expect(comment).toHaveCount(0);
});

test('a block is collapsed and expanded by its buttons and menu, and the focus goes with it', async ({
  page,
}) => {
  await visit(page);
  await collapse(page);
  const card = page.locator('.react-flow__node-block');
  await card.getByRole('button', { name: 'Expand Block 1' }).press('Enter');
  await expect(card).toHaveCount(0);
  await expect(page.getByTestId('said')).toHaveText(/^expand/);
  await expect.poll(() => focused(page)).toBe('dense');
  const title = page.getByRole('button', { name: 'Block 1', exact: true });
  await page.getByRole('button', { name: 'Collapse Block 1' }).press('Enter');
  await expect(card).toBeFocused();
  await expect(page.getByTestId('said')).toHaveText(/^collapse/);
  await card.getByRole('button', { name: 'Expand Block 1' }).click();
  await title.click({ button: 'right' });
  await page
    .getByRole('menu', { name: 'Menu of Block 1' })
    .getByRole('menuitem', { name: /^Collapse/ })
    .click();
  await expect(card).toBeFocused();
});

test('a comment gets its colour by its menu, and its text has the browser’s own', async ({
  page,
}) => {
  // So little room that a new comment finds none of what is seen.
  await page.setViewportSize({ width: 1280, height: 720 });
  await visit(page);
  await page.keyboard.press('n');
  const text = page.locator('[data-comment] textarea');
  await expect(text).toBeFocused();
  // Wherever there was room for it, what is typed is seen.
  const canvas = await page.getByTestId('canvas').boundingBox();
  await expect
    .poll(async () => (await text.boundingBox())?.y ?? 0)
    .toBeGreaterThanOrEqual(canvas?.y ?? 0);
  await page.keyboard.type('a remark');
  await text.click({ button: 'right' });
  await page.keyboard.type('!');
  await expect(text).toHaveValue('a remark!');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Colour: Green' }).press('Enter');
  await expect(page.locator('.react-flow__node-comment')).toBeFocused();
  await expect(page.getByTestId('said')).toHaveText('change a comment');
  await expect(
    page.getByRole('toolbar', { name: 'Comment' }).getByRole('button', { name: 'Green' }),
  ).toHaveAttribute('aria-pressed', 'true');
});
