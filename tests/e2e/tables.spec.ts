import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { chain } from '../support/graphs.ts';
import { nodesOf, openGraph, openLesson, settle, stat, tab, train, unfold } from './page.ts';

/** A line through whatever table is there. */
const line = () =>
  chain(['table', {}], ['dense', { units: 1 }], ['loss', { type: 'meanSquaredError' }]);

async function openData(page: Page): Promise<void> {
  await page.goto('/');
  await openGraph(page, line(), { optimizer: { type: 'sgd', learningRate: 0.01, momentum: 0.9 } });
  await tab(page, 'Data').click();
}

const source = (page: Page) => nodesOf(page, 'table');
const dialog = (page: Page) => page.getByRole('dialog');

async function chooseTable(page: Page, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file' }).click();
  await (await chooser).setFiles([{ name, mimeType: 'text/csv', buffer: Buffer.from(text) }]);
}

const heights = [
  'height;shoe;sex',
  ...Array.from({ length: 40 }, (_, i) => {
    const height = 150 + i;
    return `${height},5;${(height / 4.5).toFixed(1).replace('.', ',')};${i % 2 ? 'f' : 'm'}`;
  }),
].join('\n');

test('a table with semicolons and commas is read, its columns chosen, and undone', async ({
  page,
}) => {
  await openData(page);
  await chooseTable(page, 'people.csv', heights);
  await expect(dialog(page)).toContainText('people');
  await expect(dialog(page)).toContainText('40 rows, 3 columns');
  await expect(dialog(page)).toContainText('The first line names the columns');
  await expect(page.locator('[data-column="sex"]')).toContainText('text, 2 words');
  // The last column is the label until another one is.
  await page.getByLabel('shoe: Use').selectOption('label');
  await page.getByLabel('The label is').selectOption('number');
  await page.getByLabel('Scaled', { exact: true }).selectOption('standard');
  await page.keyboard.press('Escape');
  await expect(source(page)).toContainText('40 rows, height → shoe');
  await train(page).click();
  await expect.poll(async () => Number(await stat(page, 'loss').innerText())).toBeLessThan(0.01);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await settle(page);
  await tab(page, 'See').click();
  await unfold(page, 'ask');
  await page.getByLabel('height', { exact: true }).fill('180');
  await page.keyboard.press('Enter');
  // In the unit of the table, whatever the network sees.
  await expect
    .poll(async () => Number(await page.getByTestId('ask-answer').innerText()))
    .toBeCloseTo(180 / 4.5, 0);
  await expect(async () => {
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(source(page)).toContainText('1, 2, 3', { timeout: 500 });
  }).toPass();
});

test('what is wrong with a table is told with row and column, and nothing is lost', async ({
  page,
}) => {
  await openData(page);
  const alert = page.getByRole('status').or(page.getByRole('alert'));
  await chooseTable(page, 'ragged.csv', 'a,b\n1,2\n3,4,5\n6,7\n');
  await expect(alert.filter({ hasText: 'Row 3 has 3 cells' })).toBeVisible();
  await expect(source(page)).toContainText('1, 2, 3');
  await page.getByRole('button', { name: 'Leave ragged rows out' }).click();
  await expect(dialog(page)).toContainText('2 rows, 2 columns');
  await expect(dialog(page)).toContainText('1 ragged rows were left out');
  await page.keyboard.press('Escape');
  await chooseTable(page, 'empty.csv', '\n\n');
  await expect(alert.filter({ hasText: 'empty.csv has no rows' })).toBeVisible();
  const rows = Array.from({ length: 30 }, (_, i) => (i === 6 ? '7,seven' : `${i + 1},${2 * i}`));
  await chooseTable(page, 'strange.csv', `n,twice\n${rows.join('\n')}\n`);
  await expect(dialog(page)).toContainText('row 7, twice: “seven”');
  await expect(page.locator('[data-column="twice"]')).toContainText('1');
});

test('200 columns can be read and used', async ({ page }) => {
  await openData(page);
  const row = (n: number) => Array.from({ length: 200 }, (_, i) => ((i * n) % 7) / 7).join(',');
  await chooseTable(page, 'wide.csv', Array.from({ length: 30 }, (_, i) => row(i + 1)).join('\n'));
  await expect(dialog(page)).toContainText('30 rows, 200 columns');
  await page.keyboard.press('Escape');
  await expect(nodesOf(page, 'dense')).toContainText('199×1 + 1 = 200');
});

test('a table is pasted, and its cells are changed by hand', async ({ page }) => {
  await openData(page);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'hours\tscore\n10\t90\n9\t80\n3\t50\n2\t30\n');
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(dialog(page)).toContainText('4 rows, 2 columns');
  await page.getByLabel('Row 4, score').fill('35');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add a row' }).click();
  await expect(dialog(page)).toContainText('5 rows, 2 columns');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Samples' }).first()).toContainText('35');
  await page.reload();
  await expect(source(page)).toContainText('5 rows, hours → score');
});

test('lab 04-3 answers as the lecture does, in points', async ({ page }) => {
  await openLesson(page, 'lab-04-3');
  await train(page).click();
  await expect(stat(page, 'step')).toHaveText('2,001');
  await unfold(page, 'ask');
  for (const [name, value] of [
    ['exam 1', '100'],
    ['exam 2', '70'],
    ['exam 3', '101'],
  ] as const) {
    await page.getByLabel(name, { exact: true }).fill(value);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByTestId('ask-answer')).toHaveText(/^181\.732/);
});

test('a million rows are read beside the page, with progress and a stop', async ({ page }) => {
  test.slow();
  const path = join(tmpdir(), `netwright-million-${process.pid}.csv`);
  const file = createWriteStream(path);
  file.write('x1,x2,x3,y\n');
  for (let i = 0; i < 1_000_000; i += 1000) {
    const block = Array.from({ length: 1000 }, (_, k) => {
      const [a, b, c] = [(i + k) % 97, (i + k) % 89, (i + k) % 83];
      return `${a},${b},${c},${a + b - c}\n`;
    });
    if (!file.write(block.join(''))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  try {
    await openData(page);
    const choose = async () => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Open a file' }).click();
      await (await chooser).setFiles(path);
    };
    await choose();
    await expect(page.getByRole('progressbar', { name: 'Reading' })).toBeVisible();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(page.getByRole('progressbar', { name: 'Reading' })).toHaveCount(0);
    await expect(source(page)).toContainText('1, 2, 3');
    await choose();
    const bar = page.getByRole('progressbar', { name: 'Reading' });
    await expect(bar).toBeVisible();
    // The page answers while the worker reads.
    await tab(page, 'Layers').click();
    await expect(page.getByPlaceholder('Find a layer')).toBeVisible({ timeout: 2000 });
    await expect(dialog(page)).toContainText('1,000,000 rows, 4 columns', { timeout: 90_000 });
    await page.getByLabel('Scaled', { exact: true }).selectOption('minMax');
    await page.keyboard.press('Escape');
    await expect(source(page)).toContainText('1,000,000 rows, x1 x2 x3 → y');
    await tab(page, 'Train').click();
    await page.getByLabel('Batch', { exact: true }).selectOption('mini');
    await train(page).click();
    await expect(stat(page, 'step')).not.toHaveText('0');
    // What is kept can be seen, and forgotten.
    await tab(page, 'Data').click();
    const kept = page.getByRole('region', { name: 'Kept in this browser' });
    await expect(kept).toContainText('16 MB');
    await kept.getByRole('button', { name: /^Remove/ }).click();
    await expect(kept).toHaveCount(0);
  } finally {
    await rm(path, { force: true });
  }
});
