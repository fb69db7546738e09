import { expect, type Page, test } from '@playwright/test';
import { chain } from '../support/graphs.ts';
import { drag, openGraph, openLesson, settle, stat, train, unfold } from './page.ts';

const picture = (page: Page, id: string) => page.locator(`[data-picture="${id}"]`);
const reset = (page: Page) => page.locator('[data-tour="reset"]');

/** A number in a text, with its minus sign as it is typeset. */
const numberIn = (text: string): number =>
  Number(text.replaceAll('−', '-').match(/-?[\d.]+(e-?\d+)?/)?.[0]);

/** What the page has kept of the document so far. */
const autosaved = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('netwright-projects');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const got = opening.result
            .transaction('projects')
            .objectStore('projects')
            .getAll(IDBKeyRange.bound('project/', 'project/~'));
          got.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(got.result));
          };
        };
      }),
  );

async function setRate(page: Page, rate: string): Promise<void> {
  await page.getByRole('textbox', { name: 'learning rate' }).fill(rate);
  await page.keyboard.press('Enter');
}

test('the line is fitted before one’s eyes, and read off it', async ({ page }) => {
  await openLesson(page, 'lab-02-1');
  const sticks = picture(page, 'fit').locator('svg line');
  await expect(sticks).toHaveCount(3);
  const lengths = () =>
    sticks.evaluateAll((all) =>
      all.reduce(
        (sum, line) =>
          sum + Math.abs(Number(line.getAttribute('y1')) - Number(line.getAttribute('y2'))),
        0,
      ),
    );
  const before = await lengths();
  await train(page).click();
  await expect(stat(page, 'step')).toHaveText('2,001');
  await settle(page);
  expect(await lengths()).toBeLessThan(before / 50);
  const box = await page.getByTestId('fit').boundingBox();
  if (!box) throw new Error('no fit');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.getByTestId('fit-read')).toHaveText('x = 2.000: H = 1.999');
});

test('the ball is dropped on the bowl, and training goes on from there', async ({ page }) => {
  await openLesson(page, 'lab-03-1');
  await unfold(page, 'landscape');
  const read = page.getByTestId('landscape-read');
  // The lecture’s own figure for W = −3.
  await expect(read).toHaveText('at −3.000 the cost is 74.667');
  const curve = page.getByTestId('landscape-curve');
  await curve.scrollIntoViewIfNeeded();
  const box = await curve.boundingBox();
  if (!box) throw new Error('no curve');
  const at = (w: number) => ({ x: box.x + ((w + 5) / 10) * box.width, y: box.y + box.height / 2 });
  await drag(page, at(-3), at(2));
  await expect.poll(async () => numberIn(await read.innerText())).toBeCloseTo(2, 1);
  await expect(stat(page, 'loss')).toHaveText(/^4\.[5-8]/);
  await train(page).click();
  await expect(stat(page, 'step')).toHaveText('100');
  await settle(page);
  expect(numberIn(await read.innerText())).toBeCloseTo(1, 2);
  // The way from 2 to 1 is drawn, and nothing of the start at −3.
  const dots = await curve
    .locator('circle[r="2"]')
    .evaluateAll((all) => all.map((dot) => Number(dot.getAttribute('cx')) / 300));
  expect(dots.length).toBeGreaterThan(20);
  expect(Math.min(...dots)).toBeGreaterThan(0.58);
  // And by key: one hundredth of the axis.
  await curve.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => numberIn(await read.innerText())).toBeCloseTo(1.1, 2);
});

test('two parameters are seen from above and as a surface that turns', async ({ page }) => {
  await openLesson(page, 'lab-02-1');
  await unfold(page, 'landscape');
  await expect(page.getByTestId('landscape-contours').locator('path').first()).toBeVisible();
  await page.getByRole('switch', { name: 'As a surface' }).click();
  const surface = page.getByTestId('landscape-surface');
  await expect(surface.locator('polygon')).toHaveCount(400);
  const turned = () => surface.getAttribute('aria-valuenow');
  const before = await turned();
  await surface.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(turned).not.toBe(before);
});

test('three learning rates on one chart, NaN among them, kept over a reload', async ({ page }) => {
  await openLesson(page, 'lab-07-1');
  await train(page).click();
  await expect(page.getByTestId('beyond')).toHaveText(
    'The loss is ∞ at update 5; had it gone on, NaN at update 6.',
  );
  for (const rate of ['1e-10', '0.1']) {
    await setRate(page, rate);
    await reset(page).click();
    await expect(stat(page, 'step')).toHaveText('0');
    await train(page).click();
    await expect(stat(page, 'step')).toHaveText('201');
    await settle(page);
  }
  await unfold(page, 'runs');
  const rows = picture(page, 'runs').locator('[data-run]');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('η 0.1');
  await expect(rows.nth(1)).toContainText('η 1e-10');
  await expect(rows.nth(1)).toContainText('loss 5.732');
  await expect(rows.nth(2)).toContainText('η 1.5');
  await expect(rows.nth(2)).toContainText('NaN at update 6');
  for (const i of [1, 2]) await rows.nth(i).getByRole('checkbox').check();
  await expect(picture(page, 'loss-curve').locator('.u-legend')).toContainText('run 1');
  await expect(picture(page, 'loss-curve').locator('.u-legend')).toContainText('run 2');
  await page.reload();
  // Standing there is no run.
  await expect(stat(page, 'step')).toHaveText('201');
  await settle(page);
  await expect(rows).toHaveCount(3);
  // A run is taken up again with its settings and its weights.
  await rows
    .filter({ hasText: 'η 1e-10' })
    .getByRole('button', { name: /^Take up/ })
    .click();
  await expect(page.getByRole('textbox', { name: 'learning rate' })).toHaveValue('1e-10');
  await expect(stat(page, 'loss')).toHaveText('5.732');
  await expect(stat(page, 'step')).toHaveText('201');
  await settle(page);
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: 'η 1e-10' })).toContainText('now');
});

test('runs that another version kept do not keep the page from opening', async ({ page }) => {
  await openLesson(page, 'lab-02-1');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('netwright-runs');
        opening.onupgradeneeded = () => opening.result.createObjectStore('runs');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const put = opening.result.transaction('runs', 'readwrite').objectStore('runs');
          put.put({ number: 1, step: 3 }, 1);
          put.transaction.oncomplete = () => resolve();
        };
      }),
  );
  await page.reload();
  await train(page).click();
  await expect(stat(page, 'step')).toHaveText('2,001');
  await unfold(page, 'runs');
  await expect(picture(page, 'runs').locator('[data-run]')).toHaveCount(1);
});

test('the XOR of the lecture is typed in by hand', async ({ page }) => {
  await openLesson(page, 'lab-09-2');
  await unfold(page, 'numbers');
  const numbers = picture(page, 'numbers');
  const type = async (layer: string, tensor: string, values: readonly number[]): Promise<void> => {
    await numbers.getByLabel('Layer').selectOption(layer);
    await numbers.getByLabel('Shows').selectOption(tensor);
    const cells = numbers.locator('table input');
    await expect(cells).toHaveCount(values.length);
    for (const [i, value] of values.entries()) {
      await cells.nth(i).fill(String(value));
      await page.keyboard.press('Enter');
      await expect(cells.nth(i)).toHaveValue(String(value));
    }
  };
  await type('dense1', 'kernel', [5, -7, 5, -7]);
  await type('dense1', 'bias', [-8, 3]);
  await type('dense2', 'kernel', [-11, -11]);
  await type('dense2', 'bias', [6]);
  await expect(stat(page, 'loss')).toHaveText('0.0115');
  const cells = page.getByRole('region', { name: 'Samples' }).locator('tbody tr td:nth-child(4)');
  await expect(cells).toHaveText(['0.0112', '0.9949', '0.9949', '0.0244']);
  // Any tensor on the way, for the whole batch: rows of the hidden layer as the lecture lists them.
  await numbers.getByLabel('Layer').selectOption('sigmoid1');
  await numbers.getByLabel('Samples').selectOption('batch');
  await expect(page.getByTestId('numbers-facts')).toHaveText('rank 2 · shape [4, 2] · float32');
  await expect(numbers.locator('tbody tr').nth(3).locator('td').first()).toHaveText('0.8808');
  // What was typed becomes the start.
  await numbers.getByLabel('Layer').selectOption('dense2');
  await numbers.getByLabel('Shows').selectOption('bias');
  await numbers.getByRole('button', { name: 'Keep as the start' }).click();
  // The others that were typed are as they were, and come back after a reload too.
  await expect(page.getByText('The network starts from these numbers now.')).toBeVisible();
  await expect(stat(page, 'loss')).toHaveText('0.0115');
  await expect.poll(() => autosaved(page)).toContain('"values":[6]');
  await page.reload();
  await expect(stat(page, 'loss')).toHaveText('0.0115');
  await reset(page).click();
  await expect(stat(page, 'loss')).not.toHaveText('0.0115');
  await numbers.getByLabel('Layer').selectOption('dense2');
  await numbers.getByLabel('Shows').selectOption('bias');
  await expect(numbers.locator('table input')).toHaveValue('6');
});

test('overfitting is marked, with its gap', async ({ page }) => {
  await page.goto('/');
  await openGraph(
    page,
    chain(
      ['points', { dataset: 'moons', size: 40, noise: 0.6 }],
      ['dense', { units: 40 }],
      ['relu'],
      ['dense', { units: 40 }],
      ['relu'],
      ['dense', { units: 1 }],
      ['sigmoid'],
      ['loss', { type: 'binaryCrossentropy' }],
    ),
    { testShare: 0.4, optimizer: { type: 'adam', learningRate: 0.01, momentum: 0.9 } },
  );
  await train(page).click();
  await expect(page.getByTestId('overfit')).toContainText('overfitting');
  await expect(page.getByTestId('gap')).toContainText('above training');
});
