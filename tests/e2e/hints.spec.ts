import { expect, type Page, test } from '@playwright/test';
import { chain } from '../support/graphs.ts';
import { node, residual } from './arranging-page.ts';
import {
  drag,
  kindInPalette,
  middle,
  nodes,
  nodesOf,
  openGraph,
  port,
  startEmpty,
  visit,
} from './page.ts';

test('a hint appears where the hand is, in nobody’s way, and is gone for good once it is heeded', async ({
  page,
}) => {
  await visit(page);
  await openGraph(page, residual);
  const hint = page.getByRole('note', { name: 'Hint' });
  await node(page, 'c').click({ position: { x: 40, y: 8 } });
  await expect(hint).toHaveText('A adds a layer after it.');
  await page.keyboard.press('a');
  await expect(hint).toHaveCount(0);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });
  await port(node(page, 'c'), 'source').hover();
  await expect(hint).toHaveText('Drag to wire, or press here and then there.');
  await hint.getByRole('button', { name: 'Dismiss this hint' }).click();
  await expect(hint).toHaveCount(0);

  await page.reload();
  await expect(nodes(page)).toHaveCount(8);
  await expect(page.locator('[data-guide], [data-hint]')).toHaveCount(0);
  expect(await hintsGone(page)).toEqual(['after', 'wire']);

  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Show hints again' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await node(page, 'c').click({ position: { x: 40, y: 8 } });
  await expect(hint).toHaveText('A adds a layer after it.');
  await page.keyboard.press('?');
  await page.getByRole('switch', { name: 'Hints where the hand is' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(hint).toHaveCount(0);
});

test('a wire that is refused leads to the list of what fits', async ({ page }) => {
  await visit(page);
  await openGraph(page, residual);
  const hint = page.locator('[data-hint=fits]');
  await drag(
    page,
    await middle(port(node(page, 'd'), 'source')),
    await middle(port(node(page, 'b'), 'target')),
  );
  await expect(hint).toHaveText('Dropping a wire in empty space lists what fits.');
  const from = await middle(port(node(page, 'd'), 'source'));
  await drag(page, from, { x: from.x, y: from.y + 150 });
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(hint).toHaveCount(0);
});

test('a source that stands alone is told of the layers on the left, until the second one is there', async ({
  page,
}) => {
  await startEmpty(page);
  const hint = page.locator('[data-hint=first]');
  await kindInPalette(page, 'points').click();
  await expect(hint).toHaveText('Press a layer on the left: it is wired after this one.');
  // It speaks of what is not there while the panel is shut.
  await page.getByRole('button', { name: 'Show or hide the layers' }).click();
  await expect(hint).toHaveCount(0);
  await page.getByRole('button', { name: 'Show or hide the layers' }).click();
  await expect(hint).toHaveCount(1);
  await kindInPalette(page, 'dense').click();
  await expect(nodes(page)).toHaveCount(2);
  await expect(hint).toHaveCount(0);

  // What was done once is not told again.
  expect(await hintsGone(page)).toContain('first');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(nodes(page)).toHaveCount(1);
  await port(nodes(page).first(), 'source').hover();
  await expect(page.locator('[data-hint=wire]')).toHaveCount(1);
  await expect(hint).toHaveCount(0);
});

test('after training, the pictures of layers are told of, until one is looked into', async ({
  page,
}) => {
  await visit(page);
  await openGraph(
    page,
    chain(
      ['images', { dataset: 'shapes' }],
      ['conv2d', { filters: 2 }],
      ['flatten'],
      ['dense', { units: 3 }],
      ['softmax'],
      ['loss', { type: 'categoricalCrossentropy' }],
    ),
  );
  const hint = page.locator('[data-hint=look]');
  const picture = nodesOf(page, 'conv2d').getByTestId('node-picture');
  await expect(picture).toBeVisible();
  await expect(hint).toHaveCount(0);
  await page.getByRole('button', { name: 'One step' }).click();
  await expect(hint).toHaveText('Press a layer’s picture to look inside.');
  await picture.click();
  await expect(page.getByTestId('lens')).toBeVisible();
  await expect(hint).toHaveCount(0);
  expect(await hintsGone(page)).toContain('look');
});

/** The hints that are gone for good, as the browser keeps them. */
const hintsGone = (page: Page): Promise<string[]> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('netwright-view') ?? '{}').state.hintsGone);

test('an empty canvas offers three starts', async ({ page }) => {
  await startEmpty(page);
  const starts = page.getByTestId('canvas').getByRole('listitem');
  await expect(starts).toHaveCount(3);
  await starts.getByRole('button', { name: /^Recognise digits/ }).click();
  await expect(nodes(page)).not.toHaveCount(0);
  await startEmpty(page);
  await starts.getByRole('button', { name: /^Add a source/ }).click();
  await expect(nodes(page)).toHaveCount(1);
});
