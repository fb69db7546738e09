import { expect, type Page, test } from '@playwright/test';
import { boxAround } from './blocks-page.ts';
import { drag, middle, nodes, nodesOf, startEmpty, undo, visit, wires } from './page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const isSelected = (page: Page) => page.locator('.react-flow__node.selected');

test('a part is copied in one tab and pasted in another, under the pointer, as one step', async ({
  page,
  context,
}) => {
  await visit(page);
  await page.keyboard.down('Shift');
  await boxAround(page, 'dense', 'sigmoid');
  await page.keyboard.up('Shift');
  await expect(isSelected(page)).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ format: 'netwright-fragment' });

  const other = await context.newPage();
  await startEmpty(other);
  await other.mouse.move(600, 400);
  await other.keyboard.press('ControlOrMeta+v');
  await expect(nodes(other)).toHaveCount(2);
  await expect(wires(other)).toHaveCount(1);
  await expect(isSelected(other)).toHaveCount(2);
  const [left, right] = [
    await nodes(other).first().boundingBox(),
    await nodes(other).last().boundingBox(),
  ];
  expect(left && right && Math.abs((left.x + right.x + right.width) / 2 - 600)).toBeLessThan(60);
  await expect(undo(other)).toHaveAccessibleName('Undo: paste 2 layers');
  await undo(other).click();
  await expect(nodes(other)).toHaveCount(0);

  // What is typed is nobody's part.
  await other.getByRole('button', { name: 'Redo' }).click();
  await nodes(other).first().click();
  await other.getByRole('textbox', { name: 'Title of this network' }).fill('abc');
  await other.keyboard.press('ControlOrMeta+a');
  await other.keyboard.press('ControlOrMeta+c');
  await other.keyboard.press('End');
  await other.keyboard.press('ControlOrMeta+v');
  await expect(other.getByRole('textbox', { name: 'Title of this network' })).toHaveValue('abcabc');
  await expect(nodes(other)).toHaveCount(2);
});

test('nodes are cut, pasted and duplicated by key, by Alt and the mouse, each one step', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'sigmoid').last().click();
  await page.keyboard.press('ControlOrMeta+x');
  await expect(nodes(page)).toHaveCount(5);
  await expect(undo(page)).toHaveAccessibleName(/^Undo: cut /);
  await page.keyboard.press('ControlOrMeta+v');
  await expect(nodes(page)).toHaveCount(6);
  await undo(page).click();
  await undo(page).click();
  await expect(nodes(page)).toHaveCount(6);
  await expect(wires(page)).toHaveCount(5);

  await nodesOf(page, 'dense').first().click();
  await page.keyboard.press('d');
  await expect(nodesOf(page, 'dense')).toHaveCount(3);
  await page.keyboard.press('ControlOrMeta+d');
  await expect(nodesOf(page, 'dense')).toHaveCount(4);
  await expect(undo(page)).toHaveAccessibleName(/^Undo: duplicate /);
  await undo(page).click();
  await undo(page).click();
  await expect(nodesOf(page, 'dense')).toHaveCount(2);

  const first = nodesOf(page, 'dense').first();
  const before = await middle(first);
  await page.keyboard.down('Alt');
  await drag(page, before, { x: before.x, y: before.y + 160 });
  await page.keyboard.up('Alt');
  await expect(nodesOf(page, 'dense')).toHaveCount(3);
  expect(Math.round((await middle(first)).y)).toBe(Math.round(before.y));
  await undo(page).click();
  await expect(nodesOf(page, 'dense')).toHaveCount(2);
});

test('a box selects where its mode is on, and Shift and Ctrl add to what is selected', async ({
  page,
}) => {
  await visit(page);
  await page.keyboard.press('s');
  await boxAround(page, 'dense', 'sigmoid');
  await expect(isSelected(page)).toHaveCount(2);
  await page.keyboard.press('s');
  await page.locator('.react-flow__pane').click({ position: { x: 30, y: 30 } });
  await expect(isSelected(page)).toHaveCount(0);
  await nodesOf(page, 'points').click();
  await nodesOf(page, 'sigmoid')
    .last()
    .click({ modifiers: ['Shift'] });
  await nodesOf(page, 'loss').click({ modifiers: ['ControlOrMeta'] });
  await expect(isSelected(page)).toHaveCount(3);
});

test('a comment goes along with its layer: copied, cut, duplicated, carried off with Alt, each one step', async ({
  page,
}) => {
  await visit(page);
  const comments = page.locator('[data-comment]');
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Text of the comment' })).toBeFocused();
  await page.keyboard.type('It bends here.');
  await page.keyboard.press('Escape');
  await expect(comments).toHaveText('It bends here.');

  // By itself: what its menu offers, and keys.
  await comments.click({ button: 'right', position: { x: 10, y: 8 } });
  await page.getByRole('menuitem', { name: /^Duplicate/ }).click();
  await expect(comments).toHaveText(['It bends here.', 'It bends here.']);
  await expect(page.getByRole('article', { name: /^Comment/ })).toHaveCount(2);
  await expect(undo(page)).toHaveAccessibleName('Undo: duplicate a comment');
  await page.keyboard.press('ControlOrMeta+x');
  await expect(comments).toHaveCount(1);
  await expect(undo(page)).toHaveAccessibleName('Undo: cut a comment');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(comments).toHaveCount(2);
  await expect(undo(page)).toHaveAccessibleName('Undo: paste a comment');
  for (let i = 0; i < 3; i++) await undo(page).click();
  await expect(comments).toHaveCount(1);

  // Together with a layer.
  await nodesOf(page, 'dense').first().locator('header').click();
  await comments.click({ modifiers: ['Shift'], position: { x: 10, y: 8 } });
  await page.keyboard.press('ControlOrMeta+c');
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(Object.values(copied.notes)).toMatchObject([{ text: 'It bends here.' }]);
  await page.keyboard.press('d');
  await expect(nodes(page)).toHaveCount(6 + 1 + 2);
  await expect(comments).toHaveCount(2);
  await expect(isSelected(page)).toHaveCount(2);
  await expect(undo(page)).toHaveAccessibleName(/^Undo: duplicate /);
  await page.keyboard.press('Delete');
  await expect(comments).toHaveCount(1);
  await undo(page).click();
  await undo(page).click();
  await expect(comments).toHaveCount(1);
  await expect(nodes(page)).toHaveCount(7);

  await nodesOf(page, 'dense').first().locator('header').click();
  await comments.click({ modifiers: ['Shift'], position: { x: 10, y: 8 } });
  const apart = async (n: 'first' | 'last'): Promise<number> =>
    (await middle(comments[n]())).x - (await middle(nodesOf(page, 'dense')[n]())).x;
  const at = await middle(comments);
  const before = await apart('first');
  await page.keyboard.down('Alt');
  await drag(page, at, { x: at.x + 30, y: at.y + 130 });
  await page.keyboard.up('Alt');
  await expect(comments).toHaveCount(2);
  await expect(nodesOf(page, 'dense')).toHaveCount(3);
  expect(Math.abs((await apart('last')) - before)).toBeLessThan(2);
  await expect(undo(page)).toHaveAccessibleName(/^Undo: duplicate /);
});

test('text that is no network leaves the page alone; a damaged part says so', async ({ page }) => {
  await visit(page);
  const paste = async (text: string) => {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await page.keyboard.press('ControlOrMeta+v');
  };
  await paste('hello');
  await paste('{"format":"netwright-fragment","version":2,"graph":{"nodes":{"<b>":{}}}}');
  await expect(page.getByText('This could not be pasted.')).toBeVisible();
  await expect(nodes(page)).toHaveCount(6);
  await expect(page.getByTestId('canvas')).toBeVisible();
});
