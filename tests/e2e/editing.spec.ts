import { expect, test } from '@playwright/test';
import { sketch } from '../support/graphs.ts';
import {
  drag,
  kindInPalette,
  middle,
  nodes,
  nodesOf,
  openGraph,
  pace,
  pause,
  port,
  settle,
  stat,
  stepOf,
  tab,
  train,
  visit,
  wires,
} from './page.ts';

test('moving nodes never stops training, and the place is kept over a reload', async ({ page }) => {
  await visit(page);
  await page.getByRole('textbox', { name: 'learning rate' }).fill('0.05');
  await tab(page, 'Train').click();
  await page.getByRole('textbox', { name: 'Pause at update' }).fill('');
  await page.keyboard.press('Enter');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(100);
  const node = nodesOf(page, 'loss');
  const before = await middle(node);
  await drag(page, before, { x: before.x - 30, y: before.y + 120 });
  const after = await middle(node);
  expect(Math.round(after.y - before.y)).toBeGreaterThan(100);
  const step = await stepOf(page);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(step);
  await expect(pause(page)).toBeVisible();
  await pause(page).click();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => Math.round((await middle(node)).y)).toBe(Math.round(before.y));
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(async () => Math.round((await middle(node)).y)).toBe(Math.round(after.y));

  const transform = await page.locator('.react-flow__node').last().getAttribute('style');
  await page.reload();
  await expect(nodes(page)).toHaveCount(6);
  await expect(page.getByRole('textbox', { name: 'learning rate' })).toHaveValue('0.05');
  const place = /translate\([^)]*\)/.exec(transform ?? '')?.[0] ?? 'none';
  await expect(page.locator('.react-flow__node').last()).toHaveAttribute(
    'style',
    new RegExp(place.replace(/[().]/g, '\\$&')),
  );
});

test('a reload keeps an edit made at the last moment, and how far training has come', async ({
  page,
}) => {
  await visit(page);
  await pace(page).selectOption('1000');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(500);
  await pause(page).click();
  await settle(page);
  const step = await stat(page, 'step').innerText();
  const loss = await stat(page, 'loss').innerText();
  await page.reload();
  await expect(stat(page, 'step')).toHaveText(step);
  await expect(stat(page, 'loss')).toHaveText(loss);
  await page.getByRole('button', { name: 'One step' }).click();
  await expect(stat(page, 'step')).not.toHaveText(step);

  await nodesOf(page, 'loss').click();
  await expect(page.locator('.react-flow__node.selected').getByText('Loss')).toBeVisible();
  await page.keyboard.press('Delete');
  await page.reload();
  await expect(nodes(page)).toHaveCount(5);
});

test('a wire that is refused says why while it is being drawn', async ({ page }) => {
  await visit(page);
  const from = await middle(port(nodesOf(page, 'sigmoid').nth(1), 'source'));
  const to = await middle(port(nodesOf(page, 'dense').nth(0), 'target'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x + 30, to.y + 30, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await expect(page.getByTestId('refusal')).toContainText('would close a circle');
  // Over the body of the node, as over its port.
  const body = await middle(nodesOf(page, 'dense').nth(0));
  await page.mouse.move(body.x, body.y, { steps: 3 });
  await expect(page.getByTestId('refusal')).toContainText('would close a circle');
  await page.mouse.up();
  await expect(page.getByTestId('refusal')).toHaveCount(0);
  await expect(wires(page)).toHaveCount(5);
});

test('wires are drawn by click and click, cut with Delete, and come back with undo', async ({
  page,
}) => {
  await visit(page);
  const label = await middle(page.locator('.react-flow__edgelabel-renderer div').nth(1));
  await page.mouse.click(label.x, label.y + 3);
  await page.keyboard.press('Delete');
  await expect(wires(page)).toHaveCount(4);
  await expect(page.locator('[data-problem="open-input"]').first()).toBeVisible();
  await port(nodesOf(page, 'dense').nth(0), 'source').click();
  await port(nodesOf(page, 'sigmoid').nth(0), 'target').click();
  await expect(wires(page)).toHaveCount(5);
  await expect(page.locator('[data-problem]')).toHaveCount(0);

  await nodesOf(page, 'sigmoid').nth(0).click();
  await page.keyboard.press('Delete');
  await expect(nodes(page)).toHaveCount(5);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(nodes(page)).toHaveCount(6);
  await expect(wires(page)).toHaveCount(5);
});

test('a new wire into a layer with one input takes the place of the old', async ({ page }) => {
  await visit(page);
  await drag(
    page,
    await middle(port(nodesOf(page, 'points'), 'source')),
    await middle(port(nodesOf(page, 'dense').nth(1), 'target')),
  );
  await expect(wires(page)).toHaveCount(5);
  await expect(stat(page, 'loss')).not.toHaveText('0.7584');
});

test('the inspector changes parameters within their range and says when it is left', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'dense').nth(0).click();
  await tab(page, 'Layer').click();
  const panel = page.getByRole('complementary', { name: 'Inspect' });
  await expect(panel).toContainText('z = x·W + b');
  const units = panel.getByRole('textbox', { name: 'Units' });
  await units.fill('0');
  await expect(panel.getByRole('alert')).toHaveText('Give a whole number from 1 to 16384.');
  await expect(nodesOf(page, 'dense').nth(0)).toContainText('2 units');
  await panel.locator('[data-step=up]').first().click();
  await expect(units).toHaveValue('3');
  await expect(nodesOf(page, 'dense').nth(0)).toContainText('3 units');
  await units.fill('5');
  await units.press('Enter');
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await expect(nodesOf(page, 'dense').nth(0)).toContainText('5 units');
  // The lecture's four starting weights no longer fit; the mend draws new ones.
  await expect(panel).toContainText(
    'Dense needs 10 starting values for its kernel (2×5); 4 are given',
  );
  await panel.getByRole('button', { name: 'Draw new weights' }).first().click();
  await expect(nodesOf(page, 'dense').nth(1)).toContainText('5×1 + 1 = 6');
  await panel.getByRole('textbox', { name: 'Name' }).fill('Hidden layer');
  await expect(nodesOf(page, 'dense').nth(0)).toContainText('Hidden layer');
});

test('settings change while it trains, without starting over', async ({ page }) => {
  await visit(page);
  await pace(page).selectOption('60');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(50);
  await tab(page, 'Train').click();
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption('adam');
  await page
    .getByRole('complementary')
    .getByRole('textbox', { name: 'Learning rate' })
    .fill('0.01');
  await page.keyboard.press('Enter');
  const step = await stepOf(page);
  expect(step).toBeGreaterThan(50);
  await pace(page).selectOption('1000');
  await expect(stat(page, 'accuracy')).toHaveText('100 %', { timeout: 60_000 });
  await expect.poll(() => stepOf(page)).toBeGreaterThan(step);
  await page.getByRole('button', { name: /^Back to the same/ }).click();
  await expect(stat(page, 'step')).toHaveText('0');
  await expect(stat(page, 'loss')).toHaveText('0.7584');
  await expect(train(page)).toBeVisible();
});

test('one step, one epoch, and a new seed', async ({ page }) => {
  await visit(page);
  await page.getByRole('button', { name: 'One step' }).click();
  await expect(stat(page, 'step')).toHaveText('1');
  await tab(page, 'Train').click();
  await page.getByRole('combobox', { name: 'Batch' }).selectOption('mini');
  await page.getByRole('textbox', { name: 'Batch size' }).fill('1');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'One epoch' }).click();
  await expect(stat(page, 'step')).toHaveText('5');
  await page.getByRole('button', { name: /^New seed/ }).click();
  await expect(stat(page, 'step')).toHaveText('0');
});

test('own points: a click adds one of the chosen class, Alt-click removes it', async ({ page }) => {
  await visit(page);
  const points = page.locator('[data-point]');
  await expect(points).toHaveCount(4);
  const plane = page.getByTestId('boundary');
  const box = await plane.boundingBox();
  if (!box) throw new Error('no boundary');
  const at = { x: box.width * 0.5, y: box.height * 0.5 };
  await plane.hover({ position: at });
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: 'Class 1' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await plane.click({ position: at });
  await expect(points).toHaveCount(5);
  await expect(nodesOf(page, 'points')).toContainText('Own points');
  await expect(nodesOf(page, 'points')).toContainText('5 rows');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(5);
  await page.mouse.move(0, 0);
  const grown = await plane.boundingBox();
  if (!grown) throw new Error('no boundary');
  const alone = page.locator('[data-point] circle').last();
  const spot = await middle(alone);
  await page.keyboard.down('Alt');
  await page.mouse.click(spot.x, spot.y);
  await page.keyboard.up('Alt');
  await expect(points).toHaveCount(4);
});

test('any acyclic graph trains: a skip connection and a branch', async ({ page }) => {
  await visit(page);
  await openGraph(
    page,
    sketch(
      {
        s: ['points', { dataset: 'circles', size: 60 }],
        a: ['dense', { units: 6 }],
        t: ['tanh'],
        b: ['dense', { units: 6 }],
        j: ['add'],
        c: ['concatenate'],
        h: ['dense', { units: 1 }],
        p: ['sigmoid'],
        l: ['loss'],
      },
      ['s>a', 'a>t', 't>b', 'b>j', 't>j', 'j>c', 's>c', 'c>h', 'h>p', 'p>l'],
    ),
    { optimizer: { type: 'adam', learningRate: 0.05, momentum: 0.9 } },
  );
  await expect(nodes(page)).toHaveCount(9);
  await expect(
    page.locator('.react-flow__edgelabel-renderer').getByText('8', { exact: true }),
  ).toBeVisible();
  await train(page).click();
  await expect(stat(page, 'accuracy')).toHaveText('100 %', { timeout: 60_000 });
});

test('the palette answers to other names, in both languages', async ({ page }) => {
  await visit(page);
  const search = page.getByRole('searchbox');
  for (const [query, kind] of [
    ['fc', 'dense'],
    ['합성곱', 'conv2d'],
    ['max pooling', 'maxPool'],
    ['비용', 'loss'],
  ] as const) {
    await search.fill(query);
    await expect(kindInPalette(page, kind)).toBeVisible();
  }
  await search.fill('zzz');
  await expect(page.getByText('No layer is called “zzz”.')).toBeVisible();
});
