import { expect, test } from '@playwright/test';
import { chain } from '../support/graphs.ts';
import { boxAround } from './blocks-page.ts';
import {
  collapse,
  drag,
  middle,
  nodes,
  nodesOf,
  openGraph,
  pause,
  port,
  stepOf,
  tab,
  train,
  undo,
  visit,
  wire,
  wires,
} from './page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a selection becomes a block that is moved, collapsed and expanded, and training goes on', async ({
  page,
}) => {
  test.slow();
  await visit(page);
  await page.getByRole('textbox', { name: 'learning rate' }).fill('0.05');
  await tab(page, 'Train').click();
  await page.getByRole('textbox', { name: 'Pause at update' }).fill('');
  await page.keyboard.press('Enter');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(100);

  await page.keyboard.press('s');
  await boxAround(page, 'dense', 'sigmoid');
  await page.keyboard.press('s');
  await page.keyboard.press('ControlOrMeta+g');
  const frame = page.getByRole('region', { name: 'Block Block 1, 2 layers' });
  await expect(frame.getByRole('button', { name: 'Block 1', exact: true })).toBeVisible();
  await page.getByRole('textbox', { name: 'Name of the block' }).fill('Hidden');
  const title = page.getByRole('button', { name: 'Hidden', exact: true });

  const node = nodesOf(page, 'dense').first();
  const before = await middle(node);
  const grip = await middle(title);
  await drag(page, grip, { x: grip.x + 20, y: grip.y + 130 });
  await expect.poll(async () => Math.round((await middle(node)).y - before.y)).toBe(130);
  await expect(undo(page)).toHaveAccessibleName('Undo: move 2 layers');

  await page.getByRole('button', { name: 'Collapse Hidden' }).click();
  const card = page.getByRole('article', { name: /^Block Hidden, collapsed, 2 layers/ });
  await expect(card).toBeVisible();
  await expect(card).toContainText('6 parameters');
  await expect(nodesOf(page, 'dense')).toHaveCount(1);
  await expect(wires(page)).toHaveCount(4);
  const step = await stepOf(page);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(step);
  await expect(pause(page)).toBeVisible();

  // The card moves its nodes; expanded, they stand as they stood.
  const there = await middle(card);
  await drag(page, there, { x: there.x, y: there.y - 60 });
  const corner = await card.boundingBox();
  await page.getByRole('button', { name: 'Expand Hidden' }).click();
  await expect
    .poll(async () => {
      const box = await node.boundingBox();
      return box && corner && Math.hypot(box.x - corner.x, box.y - corner.y) < 2;
    })
    .toBe(true);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(card).toBeVisible();
  for (let i = 0; i < 3; i++) await undo(page).click();
  await expect(undo(page)).toHaveAccessibleName('Undo: rename “Hidden”');
  await undo(page).click();
  await expect(undo(page)).toHaveAccessibleName('Undo: group “Block 1”');
  await undo(page).click();
  await expect(frame).toHaveCount(0);
  await expect(pause(page)).toBeVisible();
});

test('what is typed right after grouping names the block, on the canvas and in the list; Enter and Escape lead back to it', async ({
  page,
}) => {
  await visit(page);
  const name = page.getByRole('textbox', { name: 'Name of the block' });
  await tab(page, 'See').click();
  await nodesOf(page, 'dense').first().locator('header').click();
  await nodesOf(page, 'sigmoid')
    .first()
    .locator('header')
    .click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+g');
  await page.keyboard.type('Hiden');
  // Deletes a letter, never what is selected on the canvas.
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('den');
  await expect(name).toHaveValue('Hidden');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Hidden', exact: true })).toBeFocused();
  await expect(nodes(page)).toHaveCount(6);
  await page.keyboard.press('ControlOrMeta+Shift+g');
  await expect(page.locator('[data-frame]')).toHaveCount(0);

  await page.keyboard.press('l');
  const list = page.getByRole('main', { name: 'The network as a list' });
  await expect(list.getByRole('button', { name: /^Dense/ }).first()).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+g');
  await page.keyboard.type('All of it');
  await expect(name).toHaveValue('All of it');
  await page.keyboard.press('Escape');
  await expect(list.getByRole('button', { name: /^Block All of it, 6 layers/ })).toBeFocused();
});

test('grouping a whole block says what became of it, and takes that back with its name', async ({
  page,
}) => {
  await visit(page);
  await collapse(page);
  const card = page.locator('.react-flow__node-block');
  await page.keyboard.press('F2');
  await page.keyboard.type('Hidden');
  await page.keyboard.press('Enter');
  await expect(card).toBeFocused();
  await nodesOf(page, 'dense')
    .last()
    .locator('header')
    .click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+g');
  const notice = page.getByText('A block does not stand within another: “Hidden” went');
  await expect(notice).toBeVisible();
  await page.keyboard.type('Both');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-frame]')).toHaveText('Both');
  await page.getByRole('button', { name: 'Undo the grouping' }).click();
  await expect(card).toHaveCount(1);
  await expect(card).toContainText('Hidden');
  await expect(page.locator('[data-frame]')).toHaveCount(0);
});

test('a collapsed block is wired, copied, deleted and saved as one', async ({ page }) => {
  await visit(page);
  await collapse(page);
  const cards = page.locator('.react-flow__node [data-block]');
  await expect(cards).toHaveCount(1);
  await page.reload();
  await expect(cards).toHaveCount(1);
  await cards.click();
  await expect(page.getByRole('textbox', { name: 'Name of the block' })).toHaveValue('Block 1');
  await page.keyboard.press('d');
  await expect(cards).toHaveCount(2);
  await wire(
    page,
    nodesOf(page, 'points'),
    page.locator('.react-flow__node', { has: page.locator('[data-block]') }).last(),
  );
  await expect(wires(page)).toHaveCount(5);
  await expect(undo(page)).toHaveAccessibleName(/^Undo: wire to /);
  await cards.first().click();
  await page.keyboard.press('Delete');
  await expect(cards).toHaveCount(1);
  await cards.click();
  await page.keyboard.press('ControlOrMeta+Shift+g');
  await expect(cards).toHaveCount(0);
  await expect(nodes(page)).toHaveCount(6);
});

test('a block is repeated, its twins change together and train, each in one step', async ({
  page,
}) => {
  test.slow();
  await visit(page);
  await nodesOf(page, 'sigmoid').first().click();
  await nodesOf(page, 'dense')
    .first()
    .click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+g');
  await page.getByRole('button', { name: 'Repeat ×3' }).click();
  await expect(nodes(page)).toHaveCount(10);
  await expect(undo(page)).toHaveAccessibleName('Undo: repeat “Block 1” ×3');
  await expect(page.getByText('3 blocks are alike')).toBeVisible();
  // 2·2 + 2 for each of three, and 2 + 1 at the end.
  await nodesOf(page, 'dense').first().click();
  await page.getByRole('textbox', { name: 'Units' }).fill('2');
  await page.getByRole('textbox', { name: 'Units' }).press('ArrowUp');
  await expect(
    page.locator('.react-flow__node [data-kind=dense]', { hasText: '3×3 + 3' }),
  ).toHaveCount(2);
  await undo(page).click();
  await expect(
    page.locator('.react-flow__node [data-kind=dense]', { hasText: '2×2 + 2' }),
  ).toHaveCount(3);
  await page.getByRole('button', { name: 'One step', exact: true }).click();
  await expect.poll(() => stepOf(page)).toBe(1);
  await undo(page).click();
  await expect(nodes(page)).toHaveCount(6);
});

test('a block that ships goes into a CNN and trains; one that is kept is used again', async ({
  page,
}) => {
  test.slow();
  await visit(page);
  const end = [
    ['dense', { units: 3 }],
    ['softmax'],
    ['loss', { type: 'categoricalCrossentropy' }],
  ] as const;
  await openGraph(page, chain(['images', { size: 64 }], ['conv2d'], ['relu'], ['flatten'], ...end));
  await expect(nodes(page)).toHaveCount(7);
  const before = 7;
  await nodesOf(page, 'relu').click();
  await page.getByRole('button', { name: 'Add Residual block' }).click();
  await expect(nodes(page)).toHaveCount(before + 8);
  await expect(undo(page)).toHaveAccessibleName('Undo: add “Residual block”');
  await expect(page.locator('[data-problem]')).toHaveCount(0);
  await page.getByRole('button', { name: 'One step', exact: true }).click();
  await expect.poll(() => stepOf(page)).toBe(1);
  await page.getByRole('tab', { name: /^(Layer|Selection)$/ }).click();
  await page.getByRole('textbox', { name: 'Name of the block' }).fill('Mine');
  await page.getByRole('button', { name: 'Keep for reuse' }).click();
  const own = page.getByRole('button', { name: 'Add Mine' });
  await expect(own).toBeVisible();
  await undo(page).click();
  await undo(page).click();
  await expect(nodes(page)).toHaveCount(before);
  await page.reload();
  await own.scrollIntoViewIfNeeded();
  const canvas = await page.getByTestId('canvas').boundingBox();
  await drag(page, await middle(own), {
    x: (canvas?.x ?? 0) + 60,
    y: (canvas?.y ?? 0) + (canvas?.height ?? 0) - 120,
  });
  await expect(nodes(page)).toHaveCount(before + 8);
  await expect(undo(page)).toHaveAccessibleName('Undo: add “Mine”');
  await page.getByRole('button', { name: 'Delete Mine from the palette' }).click();
  await expect(own).toHaveCount(0);
});

test('a wire ends on the body of a collapsed block; its card is brought into line as one', async ({
  page,
}) => {
  await visit(page);
  await collapse(page);
  const cards = page.locator('.react-flow__node [data-block]');
  await cards.click();
  await page.keyboard.press('d');
  await expect(cards).toHaveCount(2);
  const source = nodesOf(page, 'points').locator(
    'xpath=ancestor::*[contains(@class, "react-flow__node")][1]',
  );
  await drag(page, await middle(port(source, 'source')), await middle(cards.last()));
  await expect(wires(page)).toHaveCount(5);
  await expect(undo(page)).toHaveAccessibleName(/^Undo: wire to /);
  await undo(page).click();
  await undo(page).click();

  await cards.click();
  await nodesOf(page, 'points').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Alt+a');
  await expect(undo(page)).toHaveAccessibleName(/^Undo: /);
  await expect
    .poll(async () => {
      const [card, points] = [await cards.boundingBox(), await source.boundingBox()];
      return card && points && Math.abs(card.x - points.x) < 2;
    })
    .toBe(true);
  await page.getByRole('button', { name: 'Expand Block 1' }).click();
  const [dense, sigmoid] = [
    await middle(nodesOf(page, 'dense').first()),
    await middle(nodesOf(page, 'sigmoid').first()),
  ];
  expect(Math.hypot(dense.x - sigmoid.x, dense.y - sigmoid.y)).toBeGreaterThan(60);
});
