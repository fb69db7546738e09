import { expect, type Locator, test } from '@playwright/test';
import { nodesOf, pause, stepOf, train, visit } from './page.ts';

/** Everything that a canvas shows, as text. */
const paintOf = (canvas: Locator): Promise<string> =>
  canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());

test('every unit is a map that changes while it trains; one that is pointed at fills the boundary', async ({
  page,
}) => {
  await visit(page);
  const dense = nodesOf(page, 'dense').first();
  const units = dense.getByRole('toolbar', { name: 'Units of Dense' }).getByRole('button');
  await expect(units).toHaveCount(2);
  const canvas = dense.getByTestId('unit-maps').locator('canvas');
  await expect.poll(() => canvas.evaluate((c) => (c as HTMLCanvasElement).width)).not.toBe(300);
  const before = await paintOf(canvas);
  await train(page).click();
  await expect.poll(() => paintOf(canvas)).not.toBe(before);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(500);
  if (await pause(page).isVisible()) await pause(page).click();

  const boundary = page.getByTestId('boundary').locator('canvas');
  const prediction = await paintOf(boundary);
  await units.nth(1).hover();
  await expect(page.getByTestId('boundary-read')).toHaveText('Shown: unit 2 of Dense');
  await expect.poll(() => paintOf(boundary)).not.toBe(prediction);
  const second = await paintOf(boundary);
  // By key: the arrows go from unit to unit.
  await page.mouse.move(5, 5);
  await expect(page.getByTestId('boundary-read')).not.toContainText('Shown');
  await units.first().focus();
  await expect(page.getByTestId('boundary-read')).toHaveText('Shown: unit 1 of Dense');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('boundary-read')).toHaveText('Shown: unit 2 of Dense');
  await expect.poll(() => paintOf(boundary)).toBe(second);
  await units.nth(1).blur();
  await expect.poll(() => paintOf(boundary)).toBe(prediction);
});
