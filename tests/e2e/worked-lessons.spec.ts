import { expect, test } from '@playwright/test';
import { workThrough } from './lesson-page.ts';
import { stat, stepOf, train } from './page.ts';

workThrough([
  'lab-02-1',
  'lab-07-1',
  'lec-07-swing',
  'lec-07-overfit',
  'lec-07-unbalanced',
  'lec-10-saturated',
  'lec-10-dead',
]);

test('lab-02-1 ends on the numbers that its cards tell', async ({ page }) => {
  await page.goto('/?lesson=lab-02-1&card=5');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBe(2001);
  await expect(stat(page, 'loss')).toHaveText('1.21e−5');
});
