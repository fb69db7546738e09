import { expect, test } from '@playwright/test';
import { nodes, pace, pause, settle, stat, stepOf, tab, train, visit } from './page.ts';

test('runs as fast as it is told to: step by step, or the whole lesson in a blink', async ({
  page,
}) => {
  await visit(page);
  await pace(page).selectOption('3');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  const now = () => page.evaluate(() => performance.now());
  const [first, begun] = [await stepOf(page), await now()];
  await expect.poll(() => stepOf(page)).toBeGreaterThan(first + 2);
  const [last, ended] = [await stepOf(page), await now()];
  // However slow the machine is, a step cannot come before its time.
  expect(ended - begun).toBeGreaterThan(((last - first - 1) * 1000) / 3);

  await pause(page).click();
  await expect(train(page)).toBeVisible();
  await settle(page);
  const rested = await stepOf(page);
  expect(rested).toBeLessThan(60);

  await pace(page).selectOption('0');
  await train(page).click();
  await expect(stat(page, 'step')).toHaveText('10,001');
  await expect(stat(page, 'accuracy')).toHaveText('100 %');
});

test('changes pace in mid-run, from a wait as well', async ({ page }) => {
  await visit(page);
  await pace(page).selectOption('1');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  await pace(page).selectOption('60');
  await expect.poll(() => stepOf(page)).toBeGreaterThan(30);
  await pause(page).click();
});

test('shows what runs the network and lets another do it, from the same weights', async ({
  page,
}) => {
  await visit(page);
  await pace(page).selectOption('60');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(20);
  await pause(page).click();
  await settle(page);
  const [step, loss] = [await stepOf(page), await stat(page, 'loss').innerText()];

  const speed = page.getByRole('button', { name: /^Speed/ });
  await expect(speed).toContainText('fused');
  await expect(speed).toContainText('with wasm');
  await speed.click();
  const list = page.getByRole('dialog', { name: 'What runs this network' });
  await expect(list.getByRole('radio', { name: /The fastest/ })).toBeChecked();
  await list.getByRole('radio', { name: /^wasm/ }).check();
  await expect(speed).toContainText('steps/s · wasm');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await settle(page);
  expect(await stepOf(page)).toBe(step);
  await expect(stat(page, 'loss')).toHaveText(loss);

  await page.getByRole('button', { name: 'One step' }).click();
  await expect(stat(page, 'step')).toHaveText(String(step + 1));
});

test('changes what runs the network in mid-run, and the run goes on', async ({ page }) => {
  await visit(page);
  await tab(page, 'Train').click();
  await page.getByRole('textbox', { name: 'Pause at update' }).fill('');
  await page.keyboard.press('Enter');
  await pace(page).selectOption('60');
  await train(page).click();
  const speed = page.getByRole('button', { name: /^Speed/ });
  for (const name of ['wasm', 'cpu', 'fused']) {
    await expect.poll(() => stepOf(page)).toBeGreaterThan(5);
    await speed.click();
    await page.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
    await page.keyboard.press('Escape');
    await expect(speed).toContainText(`steps/s · ${name}`);
    const step = await stepOf(page);
    await expect.poll(() => stepOf(page)).toBeGreaterThan(step + 5);
  }
  await pause(page).click();
  await expect(train(page)).toBeVisible();
  await expect(nodes(page)).toHaveCount(6);
});
