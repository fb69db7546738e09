import { expect, test } from '@playwright/test';
import {
  drag,
  dragKind,
  kindInPalette,
  middle,
  nodes,
  nodesOf,
  startEmpty,
  stat,
  tab,
  train,
  visit,
  wire,
  wires,
} from './page.ts';

/** The four corners of XOR in the boundary picture, as shares of its side from the top left. */
const corners = [
  { u: 1 / 6, v: 5 / 6, one: false },
  { u: 1 / 6, v: 1 / 6, one: true },
  { u: 5 / 6, v: 5 / 6, one: true },
  { u: 5 / 6, v: 1 / 6, one: false },
];

test('XOR from an empty canvas, with the mouse alone', async ({ page }) => {
  await startEmpty(page);
  const layout = [
    ['points', 330, 160],
    ['dense', 570, 160],
    ['sigmoid', 810, 160],
    ['dense', 570, 380],
    ['sigmoid', 810, 380],
    ['loss', 570, 600],
  ] as const;
  // Alt leaves them free: what is dropped near a port would be wired to it.
  await page.keyboard.down('Alt');
  for (const [i, [kind, x, y]] of layout.entries()) {
    await dragKind(page, kind, { x: x + 60, y: y + 30 });
    await expect(nodes(page)).toHaveCount(i + 1);
  }
  await page.keyboard.up('Alt');
  for (let i = 0; i < 5; i++) {
    await wire(page, nodes(page).nth(i), nodes(page).nth(i + 1));
    await expect(wires(page)).toHaveCount(i + 1);
  }
  // Both Dense layers came with two units; the second is told to have one.
  await expect(page.locator('[data-problem="output-size"]')).toContainText(
    'gives 2; with 2 classes',
  );
  await page
    .locator('[data-problem="output-size"]')
    .getByRole('button', { name: 'Set Dense to 1' })
    .click();
  await expect(nodesOf(page, 'dense').nth(1)).toContainText('2×1 + 1 = 3');
  await expect(nodesOf(page, 'dense').nth(0)).toContainText('2×2 + 2 = 6');

  const dice = page.getByRole('button', { name: /^New seed/ });
  for (let i = 0; i < 3; i++) await dice.click();
  await expect(page.getByRole('textbox', { name: 'seed' })).toHaveValue('4');

  await train(page).click();
  await expect(stat(page, 'accuracy')).toHaveText('100 %', { timeout: 60_000 });
  await expect
    .poll(async () => Number(await stat(page, 'loss').innerText()), { timeout: 60_000 })
    .toBeLessThan(0.05);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();

  // The band: hovering the four points reads the right side of one half each time.
  const box = await page.getByTestId('boundary').boundingBox();
  if (!box) throw new Error('no boundary');
  for (const { u, v, one } of corners) {
    await page.mouse.move(box.x + u * box.width, box.y + v * box.height);
    const read = await page.getByTestId('boundary-read').innerText();
    const value = Number(read.split('→')[1]);
    expect(value > 0.5, read).toBe(one);
  }
  await expect(page.getByRole('region', { name: 'Samples' }).locator('tbody tr')).toHaveCount(4);
  await expect(page.getByLabel('right', { exact: true })).toHaveCount(4);
});

test('XOR from an empty canvas, with the keyboard alone', async ({ page }) => {
  await startEmpty(page);
  const search = page.getByRole('searchbox', { name: 'Find a layer' });
  await search.focus();
  for (const name of ['xor', 'fc', 'sigmoid', 'fc', '시그모이드', 'cost']) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(search).toHaveValue('');
  }
  await expect(nodes(page)).toHaveCount(6);
  await expect(wires(page)).toHaveCount(5);

  // Tab to the mend beside the second sigmoid and press it.
  const mend = page.getByRole('button', { name: 'Set Dense to 1' });
  await tabTo(page, mend);
  await page.keyboard.press('Enter');
  await expect(nodesOf(page, 'dense').nth(1)).toContainText('1 unit');

  await tabTo(page, page.getByRole('textbox', { name: 'seed' }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('4');
  await tabTo(page, train(page));
  await page.keyboard.press('Enter');
  await expect(stat(page, 'accuracy')).toHaveText('100 %', { timeout: 60_000 });
});

/** Presses Tab until an element has the focus, as someone without a mouse does. */
async function tabTo(
  page: import('@playwright/test').Page,
  target: import('@playwright/test').Locator,
) {
  await expect(target.first()).toBeVisible();
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('the keyboard does not reach it');
}

test('pressing kinds in the palette builds a chain, wired and shaped', async ({ page }) => {
  await startEmpty(page);
  for (const kind of ['images', 'conv2d', 'relu', 'maxPool', 'flatten', 'dense']) {
    await kindInPalette(page, kind).click();
  }
  await expect(wires(page)).toHaveCount(5);
  const shapes = page.locator('.react-flow__edgelabel-renderer');
  for (const shape of ['12×12×1', '12×12×8', '6×6×8', '288']) {
    await expect(shapes.getByText(shape, { exact: true }).first()).toBeVisible();
  }
  await expect(nodesOf(page, 'conv2d')).toContainText('3×3×1×8 + 8 = 80');
});

test('a layer dropped on a wire is inserted, from the palette and from the canvas', async ({
  page,
}) => {
  await visit(page);
  await expect(wires(page)).toHaveCount(5);
  // Cards have the height that they keep, and all of them has been brought into view.
  await expect(page.getByTestId('unit-maps')).toHaveCount(5);
  const label = page.locator('.react-flow__edgelabel-renderer div').first();
  const at = await middle(label);
  await dragKind(page, 'dropout', { x: at.x, y: at.y + 11 });
  await expect(nodes(page)).toHaveCount(7);
  await expect(wires(page)).toHaveCount(6);
  await expect(page.getByRole('status').filter({ hasText: 'Ready' })).toBeAttached();

  await dragKind(page, 'tanh', { x: 640, y: 530 });
  await expect(nodes(page)).toHaveCount(8);
  const wireBox = await middle(
    page.locator('.react-flow__edgelabel-renderer div', { hasText: '1' }).last(),
  );
  await drag(page, await middle(nodesOf(page, 'tanh')), { x: wireBox.x, y: wireBox.y + 11 });
  await expect(wires(page)).toHaveCount(7);
});

test('Train is never a dead button: it says what is missing, and leads there', async ({ page }) => {
  await startEmpty(page);
  await kindInPalette(page, 'points').click();
  await kindInPalette(page, 'dense').click();
  await train(page).click();
  const list = page.getByRole('dialog', { name: 'Problems' });
  await expect(list).toContainText('A network ends in a loss');
  await list.getByRole('button', { name: 'Add Loss' }).click();
  await expect(nodesOf(page, 'loss')).toHaveCount(1);
  await expect(wires(page)).toHaveCount(2);
  await page.keyboard.press('Escape');
  await tab(page, 'Layer').click();
});
