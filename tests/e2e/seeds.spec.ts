import { expect, type Locator, type Page, test } from '@playwright/test';
import { workThrough } from './lesson-page.ts';
import { settle, stat } from './page.ts';

const section = (page: Page): Locator => page.locator('[data-picture=seeds]');
const trainSeeds = (page: Page): Locator => section(page).locator('[data-tour=seeds]');
const counted = (page: Page) => section(page).getByTestId('seeds-counted');
const vary = (page: Page): Locator => section(page).locator('[data-tour=sweep] select');
const seedBox = (page: Page): Locator => page.getByRole('textbox', { name: 'seed', exact: true });

async function unfold(page: Page): Promise<void> {
  await section(page).getByRole('button', { name: 'Many seeds' }).click();
}

test('a hundred seeds of XOR are counted, and one that failed is watched to where it stops', async ({
  page,
}) => {
  await page.goto('/?lesson=lab-09-2');
  await unfold(page);
  await trainSeeds(page).click();
  await expect(counted(page)).toContainText(' of 100 solved it');
  const [solved] = /\d+/.exec(await counted(page).innerText()) ?? [];
  expect(Number(solved)).toBeGreaterThanOrEqual(60);
  expect(Number(solved)).toBeLessThanOrEqual(75);
  // The lesson's own weights are given exactly: it says what is done instead.
  await expect(section(page)).toContainText('draws weights and biases from N(0, 1)');
  // The run on screen was left alone.
  await expect(stat(page, 'step')).toHaveText('0');

  const failed = section(page).locator('button[data-solved=false]');
  const first = section(page).locator('button[data-place="0"]');
  await first.focus();
  await page.keyboard.press('End');
  await expect(section(page).locator('button[data-place="99"]')).toBeFocused();
  const [, seed, loss] =
    /^Seed (\d+): 2 rows wrong, loss (\d\.\d+)/.exec(
      (await failed.last().getAttribute('aria-label')) ?? '',
    ) ?? [];
  // What is pressed stays where it is: the sentence above changes in its own place.
  const below = async (): Promise<number> => {
    const [strip, words] = [page.getByTestId('seeds-strip'), counted(page)];
    return ((await strip.boundingBox())?.y ?? 0) - ((await words.boundingBox())?.y ?? 0);
  };
  const before = await below();
  await failed.last().click();
  await expect(section(page)).toContainText(`Seed ${seed} is on screen`);
  expect(await below()).toBeCloseTo(before, 0);
  await expect(stat(page, 'step')).toHaveText('10,001');
  await settle(page);
  await expect(stat(page, 'accuracy')).toHaveText('50 %');
  await expect(stat(page, 'loss')).toHaveText(loss ?? '');
  await expect(seedBox(page)).toHaveValue(seed ?? '');
  // One step of the history brings back seed and weights.
  await page.locator('[data-tour=undo]').click();
  await expect(seedBox(page)).toHaveValue('777');
  await page.locator('[data-tour=reset]').click();
  await expect(stat(page, 'loss')).toHaveText('0.7584');
});

test('a double click trains them, and does not stop them at once', async ({ page }) => {
  await page.goto('/?lesson=lab-09-2');
  await unfold(page);
  await trainSeeds(page).dblclick();
  await expect(counted(page)).toContainText(' of 100 solved it');
});

test('a locked network shows a failed start all the same', async ({ page }) => {
  await page.goto('/?lesson=lab-09-2&present=yes');
  await unfold(page);
  await trainSeeds(page).click();
  await expect(counted(page)).toContainText(' of 100 solved it');
  await section(page).locator('button[data-place="0"]').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(stat(page, 'step')).toHaveText('10,001');
  await settle(page);
  await expect(stat(page, 'accuracy')).toHaveText('50 %');
});

test('a sweep tells how often each value solves it, and a press applies one', async ({ page }) => {
  await page.goto('/?lesson=lab-09-2');
  await unfold(page);
  await vary(page).selectOption('dense1.units');
  await section(page).getByRole('textbox', { name: 'Values' }).fill('1, 4');
  await page.keyboard.press('Enter');
  await section(page).getByRole('textbox', { name: 'Seeds a value' }).fill('20');
  await page.keyboard.press('Enter');
  await trainSeeds(page).click();
  const table = section(page).getByRole('table', { name: 'What became of each value' });
  await expect(table.locator('tbody').nth(0)).toContainText('0/20');
  await expect(table.locator('tbody').nth(1)).toContainText(/(19|20)\/20/);
  await expect(trainSeeds(page)).toBeVisible();
  // The seeds of the value that solves it are shown, and what the squares mean stands above them.
  const best = table.getByRole('button', { name: 'Show the seeds of 4' });
  await expect(best).toHaveAttribute('aria-pressed', 'true');
  await expect(counted(page)).toContainText(/(19|20) of 20 solved it/);
  const legend = section(page).getByText(/^One square a seed/);
  const [above, below] = [await legend.boundingBox(), await table.boundingBox()];
  expect(above?.y).toBeLessThan(below?.y ?? 0);
  await table.getByRole('button', { name: 'Use Dense (dense1): Units = 4' }).click();
  const dense = page.locator('.react-flow__node[data-id=dense1]');
  await expect(dense).toContainText('4 units');
  await page.locator('[data-tour=undo]').click();
  await expect(dense).toContainText('2 units');
});

test('rates of a sweep are written as they are typed', async ({ page }) => {
  await page.goto('/?lesson=lab-09-2');
  await unfold(page);
  await vary(page).selectOption('learningRate');
  await section(page).getByRole('textbox', { name: 'Seeds a value' }).fill('2');
  await page.keyboard.press('Enter');
  await trainSeeds(page).click();
  const table = section(page).getByRole('table', { name: 'What became of each value' });
  await expect(table.getByRole('button', { name: /^Show the seeds of/ })).toHaveText([
    '0.01',
    '0.03',
    '0.1',
    '0.3',
    '1',
  ]);
});

test('stopping keeps what has come; a regression counts by a loss that can be set', async ({
  page,
}) => {
  await page.goto('/?lesson=lab-02-1');
  await unfold(page);
  await section(page).getByRole('textbox', { name: 'Seeds', exact: true }).fill('1000');
  await page.keyboard.press('Enter');
  await section(page).getByRole('textbox', { name: 'Updates' }).fill('1000000');
  await page.keyboard.press('Enter');
  await trainSeeds(page).click();
  const progress = section(page).getByRole('progressbar');
  await expect(progress).toHaveAccessibleName(/^[1-9][\d,]* of 1,000 trained$/);
  await section(page).getByRole('button', { name: 'Stop' }).click();
  await expect(counted(page)).toContainText('solved it');
  const goal = section(page).getByRole('textbox', { name: 'Solved: training loss at most' });
  await goal.fill('0');
  await page.keyboard.press('Enter');
  await expect(counted(page)).toContainText(/^0 of|ended with a loss of/);
});

test('a worker that is killed is told of, what has come stays, and starts are trained anew', async ({
  page,
}) => {
  await page.goto('/?lesson=lab-09-2');
  await unfold(page);
  const many = section(page).getByRole('textbox', { name: 'Seeds', exact: true });
  await many.fill('1000');
  await page.keyboard.press('Enter');
  await trainSeeds(page).click();
  const progress = section(page).getByRole('progressbar');
  await expect(progress).toHaveAccessibleName(/^[1-9][\d,]* of 1,000 trained$/);
  for (const worker of page.workers()) {
    if (/seeds\.worker/.test(worker.url())) await worker.evaluate(() => self.close());
  }
  await expect(section(page).getByRole('alert')).toContainText(
    'The browser ended what was training',
  );
  await expect(counted(page)).toContainText('solved it');
  await many.fill('20');
  await page.keyboard.press('Enter');
  await trainSeeds(page).click();
  await expect(counted(page)).toContainText(' of 20 solved it');
  await expect(section(page).getByRole('alert')).toHaveCount(0);
});

workThrough(['lab-09-seeds', 'lec-10-2']);
