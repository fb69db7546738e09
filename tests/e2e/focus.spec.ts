import { expect, test } from '@playwright/test';
import { command, focused, outline } from './keyboard-page.ts';
import { jsonFile, nodes, nodesOf, openFile, visit } from './page.ts';

test('a removed node hands the focus to its neighbour, and what became of it is said', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'sigmoid').first().locator('header').click();
  await page.keyboard.press('Delete');
  await expect(nodes(page)).toHaveCount(5);
  await expect.poll(() => focused(page)).toBe('dense');
  await expect(page.getByTestId('said')).toHaveText('delete Sigmoid');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByTestId('said')).toHaveText('Undo: delete Sigmoid');
});

test('who leaves a comment for another field goes on typing there', async ({ page }) => {
  await visit(page);
  await page.keyboard.press('n');
  const text = page.locator('[data-comment] textarea');
  await expect(text).toBeFocused();
  await page.keyboard.type('a remark');
  const title = page.getByRole('textbox', { name: 'Title of this network' });
  await title.click();
  await expect(text).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('test');
  await expect(title).toHaveValue('test');
  await expect(title).toBeFocused();
  await expect(page.locator('[data-comment]')).toHaveText('a remark');
});

test('what is removed by list, menu, command or panel hands the focus on, and is said', async ({
  page,
}) => {
  await visit(page);
  const said = page.getByTestId('said');
  await nodesOf(page, 'sigmoid').first().locator('header').click();
  await page.keyboard.press('Shift+F10');
  await page
    .getByRole('menuitem', { name: /^Delete the node/ })
    .first()
    .press('Enter');
  await expect(nodes(page)).toHaveCount(5);
  await expect.poll(() => focused(page)).toBe('dense');
  await nodesOf(page, 'sigmoid').locator('header').click();
  await command(page, 'Delete the node');
  await expect(nodes(page)).toHaveCount(4);
  await expect.poll(() => focused(page)).toBe('dense');

  await nodesOf(page, 'dense').last().locator('header').click();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Inspect' });
  await panel.getByRole('button', { name: 'Delete the node' }).press('Enter');
  await expect(nodes(page)).toHaveCount(3);
  await expect(said).toHaveText(/^delete/);
  await expect.poll(() => focused(page)).toBe('dense');

  await page.keyboard.press('l');
  const line = outline(page).getByRole('button', { name: /^Dense/ });
  await line.focus();
  await outline(page)
    .getByRole('toolbar')
    .getByRole('button', { name: /^Delete the node/ })
    .first()
    .press('Enter');
  await expect(line).toHaveCount(0);
  await expect(outline(page).getByRole('button', { name: /^Points/ })).toBeFocused();
});

test('a message that is dismissed by key hands the focus to the next, and the last one back to where it was', async ({
  page,
}) => {
  await visit(page);
  await openFile(page, jsonFile('list.json', [1, 2]));
  const dismiss = page.locator('[data-notice]').getByRole('button', { name: 'Dismiss' });
  await expect(dismiss).toHaveCount(1);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/plain',
      '{"format":"netwright-fragment","version":2,"graph":{"nodes":{"<b>":{}}}}',
    );
    const target = document.querySelector('main') ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect(dismiss).toHaveCount(2);
  const title = page.getByRole('textbox', { name: 'Title of this network' });
  await title.focus();
  await dismiss.first().focus();
  await page.keyboard.press('Enter');
  await expect(dismiss).toHaveCount(1);
  await expect(dismiss).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dismiss).toHaveCount(0);
  await expect(title).toBeFocused();
});
